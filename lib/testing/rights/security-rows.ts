import { randomInt } from "node:crypto";
import { readSecurityParams } from "@/lib/securities/params";
import { DESK, only, READ, type Row } from "./rows";

const HIDDEN_FROM_WRITERS = { refusal: { contributor: "hidden", author: "hidden" } };
const HIDDEN_FROM_OTHERS = { refusal: { contributor: "hidden", author: "hidden", outside: "hidden" } };
const page = (params: object = {}) => [{ params: Promise.resolve(params), searchParams: Promise.resolve({}) }];
const form = () => ({
  ...{ name: `测试${randomInt(1e9)}`, fullName: "", kind: "stock", isAmbiguous: false, counterpart: "" },
  names: [],
});

export const SECURITY_ACTIONS: Record<string, Row[]> = {
  "lib/securities/actions.ts#createSecurity": only(DESK, "a new one", () => ({
    symbol: `HK${String(randomInt(1e5)).padStart(5, "0")}`,
    ...form(),
  })),
  "lib/securities/actions.ts#updateSecurity": only(DESK, "one there is", async (made) => ({
    ...{ symbol: await made.security(), version: 1 },
    ...form(),
  })),
};

export const SECURITY_ROUTES: Record<string, Row[]> = {
  "app/api/admin/relinks/route.ts#GET": only(READ, "a look at articles", async (made) => [
    new Request(`http://localhost/api?id=${await made.relink()}`),
  ]),
};

export const SECURITY_PAGES: Record<string, Row[]> = {
  "app/admin/(desk)/securities/page.tsx": only(READ, "the list", () => page(), HIDDEN_FROM_WRITERS),
  "app/admin/(desk)/securities/new/page.tsx": only(DESK, "the form", () => page(), HIDDEN_FROM_OTHERS),
  "app/admin/(desk)/securities/[symbol]/page.tsx": only(
    READ,
    "one there is",
    async (made) => page({ symbol: await made.security() }),
    HIDDEN_FROM_WRITERS,
  ),
  "app/admin/(desk)/securities/refused/page.tsx": only(READ, "the list", () => page(), HIDDEN_FROM_WRITERS),
};

export const SECURITY_LOADERS: Record<string, Row[]> = {
  "lib/securities/desk-loaders.ts#loadSecurities": only(
    READ,
    "the list",
    () => [readSecurityParams({})],
    HIDDEN_FROM_WRITERS,
  ),
  "lib/securities/desk-loaders.ts#loadNewSecurity": only(DESK, "the form", () => [], HIDDEN_FROM_OTHERS),
  "lib/securities/desk-loaders.ts#loadSecurity": only(
    READ,
    "one there is",
    async (made) => [await made.security()],
    HIDDEN_FROM_WRITERS,
  ),
  "lib/securities/desk-loaders.ts#loadRefusedLinks": only(READ, "the list", () => [{}], HIDDEN_FROM_WRITERS),
};
