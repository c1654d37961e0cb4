import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { s3Storage } from "./s3";

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const hex = (text: string) => createHash("sha256").update(text).digest("hex");

/** AWS Signature Version 4 by its own words, since the server of the other tests only checks who signs. */
function signatureOf({ method, url, headers }: IncomingMessage, secret: string): string {
  const [, scope = "", signed = ""] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization ?? "") ?? [];
  const [day, region, service, end] = scope.split("/");
  const lines = signed.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, url, "", lines.join(""), signed, headers["x-amz-content-sha256"]].join("\n");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hex(canonical)].join("\n");
  const key = [region!, service!, end!].reduce((before, part) => hmac(before, part), hmac(`AWS4${secret}`, day!));
  return hmac(key, text).toString("hex");
}

test("every request is signed as S3 wants it, in the bucket's region", async () => {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    request.resume().on("end", () => response.end());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { endpoint, bucket: "pictures", region: "cn-north-1", accessKeyId: "id", secretAccessKey: "geheim" };
  const storage = s3Storage(settings);
  await storage.put("media/a/1/480.webp", Buffer.from("x"), "image/webp");
  await storage.get("media/a/1/480.webp");
  await storage.exists("media/a/1/480.webp");
  await storage.delete("media/a/1/480.webp");
  server.closeAllConnections();
  server.close();

  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(
    ["PUT", "GET", "HEAD", "DELETE"].map((method) => `${method} /pictures/media/a/1/480.webp`),
  );
  for (const request of seen) {
    expect(request.headers.authorization).toMatch(/Credential=id\/\d{8}\/cn-north-1\/s3\/aws4_request,/);
    expect(request.headers.authorization).toContain(`Signature=${signatureOf(request, "geheim")}`);
    expect(request.headers.authorization).not.toContain(signatureOf(request, "falsch"));
  }
});
