import { expect, inject, test } from "vitest";
import { checkDatabase } from "./check";

test("names version and encoding of a database that can be used", async () => {
  expect(await checkDatabase(inject("databaseUrl"))).toMatchObject({
    encoding: "UTF8",
    locale: "C.UTF-8",
    version: expect.stringMatching(/^18/),
  });
});

test.each([
  [
    "a closed port",
    () => "postgres://finews:x@127.0.0.1:1/finews",
    /127\.0\.0\.1:1 cannot be used: nothing listens there/,
  ],
  ["a wrong password", () => inject("databaseUrl").replace(/:[^:@]+@/, ":falsch@"), /the password is wrong/],
  ["a missing database", () => inject("databaseUrl").replace(/[^/]+$/, "nirgends"), /the database does not exist/],
])("one sentence with host, port and reason for %s", async (_case, url, message) => {
  await expect(checkDatabase(url())).rejects.toThrow(message);
});
