import { ADMIN, only, type Row } from "./rows";
import type { Things } from "./things";

const HIDDEN_FROM_ALL = { refusal: { contributor: "hidden", author: "hidden", outside: "hidden", editor: "hidden" } };
/** A token as the list of the desk names it. */
const token = (made: Things) => made.token();

/** Tokens of partners: only administrators make, name and revoke them, and only they learn that there are any. */
export const API_ACTIONS: Record<string, Row[]> = {
  "lib/api-tokens/actions.ts#createToken": only(ADMIN, "a new one", () => ({
    ...{ name: "合作方", scopes: ["full-text"], days: "90" },
  })),
  "lib/api-tokens/actions.ts#renameToken": only(ADMIN, "one there is", async (made) => ({
    ...(await token(made)),
    name: "改名",
  })),
  "lib/api-tokens/actions.ts#revokeToken": only(ADMIN, "one there is", token),
};
export const API_PAGES: Record<string, Row[]> = {
  "app/admin/(desk)/tokens/page.tsx": only(ADMIN, "the list", () => [], HIDDEN_FROM_ALL),
};
export const API_LOADERS: Record<string, Row[]> = {
  "lib/api-tokens/loaders.ts#loadTokens": only(ADMIN, "the list", () => [], HIDDEN_FROM_ALL),
};

const METHODS = "GET HEAD POST PUT PATCH DELETE".split(" ");

/** The same for everybody: a partner's token opens what its outlet's licence closes, nobody's session opens anything. */
export const API_FOR_READERS = [
  ...METHODS.map((method) => `app/api/v1/[[...path]]/route.ts#${method}`),
  ...["app/api/oembed/route.ts#GET", "app/(feeds)/embed/[slug]/route.ts#GET"],
  ...["lib/embeds/loaders.ts#loadEmbed", "app/(site)/developers/page.tsx"],
];
