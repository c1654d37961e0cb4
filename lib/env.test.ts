import { describe, expect, test } from "vitest";
import { readEnv } from "./env";

const read = (source: Record<string, string>) => readEnv(source as unknown as NodeJS.ProcessEnv);

describe("readEnv", () => {
  test("has a default for everything and takes an empty value as unset", () => {
    expect(read({ PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000, siteUrl: "http://localhost:3000" });
  });

  test.each([
    ["PORT", "http", 'PORT: expected a port from 0 to 65535 (found "http")'],
    ["PORT", "70000", 'PORT: expected a port from 0 to 65535 (found "70000")'],
    ["PAGE_CACHE_MB", "1.5", 'PAGE_CACHE_MB: expected a whole number from 8 to 65536 (found "1.5")'],
    ["LOG_LEVEL", "loud", "LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent"],
    ["DATABASE_URL", "mysql://root:geheim@db/x", "DATABASE_URL: expected an address such as postgres://"],
    ["SITE_URL", "news.example.com", "SITE_URL: expected an http(s) address"],
    ["FETCH_PRIVATE", "10.0.0.5,files.local", "FETCH_PRIVATE: expected addresses such as 10.0.0.5,10.0.0.6"],
    ["AUTH_SECRET", "short", "AUTH_SECRET: expected at least 32 characters"],
    ["WEBSUB_HUB", "hub.example.com", "WEBSUB_HUB: expected an http(s) address"],
    ["INDEXNOW_KEY", "my key", "INDEXNOW_KEY: expected 8 to 128 letters, digits and hyphens"],
    ["BAIDU_PUSH_TOKEN", "http://data.zz.baidu.com/urls?token=x", "BAIDU_PUSH_TOKEN: expected the token alone"],
  ])("names a wrong %s and what was expected", (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(message);
  });

  test("repeats no password", () => {
    expect(() => read({ DATABASE_URL: "mysql://root:geheim@db/x" })).toThrow(/^(?!.*geheim)/);
  });

  test("takes all S3 settings or none, and says which are missing", () => {
    const all = {
      S3_ENDPOINT: "https://s3.example.com/",
      S3_BUCKET: "pictures",
      S3_REGION: "auto",
      S3_ACCESS_KEY_ID: "id",
      S3_SECRET_ACCESS_KEY: "geheim",
    };
    expect(read({}).s3).toBeNull();
    expect(read(all).s3).toMatchObject({ endpoint: "https://s3.example.com", bucket: "pictures", region: "auto" });
    expect(() => read({ ...all, S3_BUCKET: "", S3_REGION: "" })).toThrow(
      /^Wrong setting. S3_BUCKET: expected a value.*; S3_REGION: expected a value/,
    );
  });

  test("drops the slash at the end of the site's address", () => {
    expect(read({ SITE_URL: "https://news.example.com/" }).siteUrl).toBe("https://news.example.com");
  });
});
