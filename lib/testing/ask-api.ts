import { afterAll, beforeAll } from "vitest";
import { API_PATH } from "@/lib/api/operations";
import { connection } from "@/lib/db/client";
import { env } from "@/lib/env";

/** Where the site of the tests stands. */
export const SITE = "https://news.test";

let asked = 0;

/** Asks the API as its route does; `path` is what stands behind `/api/v1`. Each one comes from another network. */
export async function askApi(path: string, init: RequestInit = {}, from = `198.51.${++asked >> 8}.${asked & 255}`) {
  const url = new URL(`${SITE}${API_PATH}${path}`);
  const parts = url.pathname.slice(API_PATH.length).split("/").filter(Boolean);
  const headers = new Headers(init.headers);
  headers.set("x-forwarded-for", from);
  // Its modules read the settings at once, which the test says first.
  const { answerApi } = await import("@/lib/api/door");
  const request = new Request(url, { ...init, headers });
  return answerApi(request, { params: Promise.resolve(parts.length > 0 ? { path: parts } : {}) });
}

/** Lets the program answer from this database. */
export function useDatabase(database: { url: string }) {
  beforeAll(() => {
    Object.assign(process.env, { DATABASE_URL: database.url, SITE_URL: SITE });
    if (env().siteUrl !== SITE) throw new Error("the settings were read before the test could say its own");
  });
  afterAll(() => connection().close());
}
