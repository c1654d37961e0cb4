import { randomUUID } from "node:crypto";
import { readOutletParams } from "@/lib/categories/params";
import { DEFAULT_POLICY } from "@/lib/categories/validation";
import { readTagParams } from "@/lib/tags/params";
import { readActParams } from "@/lib/taxonomy/params";
import { DESK, only, READ, type Row } from "./rows";

const HIDDEN_FROM_WRITERS = { refusal: { contributor: "hidden", author: "hidden" } };
/** An editor of some outlets reads; what concerns all outlets is not offered. */
const HIDDEN_FROM_OTHERS = { refusal: { contributor: "hidden", author: "hidden", outside: "hidden" } };
const page = (params: object = {}) => [{ params: Promise.resolve(params), searchParams: Promise.resolve({}) }];
const name = () => randomUUID().slice(0, 18);
const form = () => ({ name: name(), slug: "", description: "" });
const outletForm = () => ({ ...form(), pinyin: "", logoId: null, ...DEFAULT_POLICY });
const criteria = { words: "稿件" };

export const TAXONOMY_ACTIONS: Record<string, Row[]> = {
  "lib/categories/actions.ts#createOutlet": only(DESK, "a new one", () => ({ id: randomUUID(), ...outletForm() })),
  "lib/categories/actions.ts#updateOutlet": only(DESK, "one there is", async (made) => ({
    ...{ id: (await made.outlet()).id, version: 1 },
    ...outletForm(),
  })),
  "lib/categories/actions.ts#hearOutletName": only(READ, "a name", () => ({ id: null, name: "世界" })),
  "lib/categories/actions.ts#addOutletAlias": only(DESK, "one there is", async (made) => ({
    ...{ id: (await made.outlet()).id, alias: name() },
  })),
  "lib/categories/actions.ts#removeOutletAlias": only(DESK, "one there is", (made) => made.outletAlias()),
  "lib/categories/actions.ts#findOutlets": only(READ, "words", () => ({ words: "", not: null })),
  "lib/categories/actions.ts#planOutletMerge": only(DESK, "two there are", async (made) => ({
    ...{ id: (await made.outlet()).id, into: (await made.outlet()).id },
  })),
  "lib/categories/actions.ts#mergeOutlets": only(DESK, "two there are", async (made) => ({
    ...{ act: randomUUID(), id: (await made.outlet()).id, into: (await made.outlet()).id },
  })),
  "lib/categories/actions.ts#countOutletSplit": only(DESK, "one there is", async (made) => ({
    ...{ id: (await made.outlet()).id, criteria },
  })),
  "lib/categories/actions.ts#splitOutlet": only(DESK, "one there is", async (made) => {
    const { id } = await made.outlet();
    await made.article(made.other, { categoryId: id });
    return { act: randomUUID(), id, criteria, into: null, name: name(), slug: "" };
  }),
  "lib/tags/actions.ts#createTag": only(DESK, "a new one", () => ({ id: randomUUID(), ...form() })),
  "lib/tags/actions.ts#updateTag": only(DESK, "one there is", async (made) => ({
    ...{ id: (await made.topic()).id, version: 1 },
    ...form(),
  })),
  "lib/tags/actions.ts#hearTagName": only(READ, "a name", () => ({ id: null, name: "策略" })),
  "lib/tags/actions.ts#addTagAlias": only(DESK, "one there is", async (made) => ({
    ...{ id: (await made.topic()).id, alias: name() },
  })),
  "lib/tags/actions.ts#removeTagAlias": only(DESK, "one there is", (made) => made.topicAlias()),
  "lib/tags/actions.ts#findTags": only(READ, "words", () => ({ words: "", not: null })),
  "lib/tags/actions.ts#planTagMerge": only(DESK, "two there are", async (made) => ({
    ...{ id: (await made.topic()).id, into: (await made.topic()).id },
  })),
  "lib/tags/actions.ts#mergeTags": only(DESK, "two there are", async (made) => ({
    ...{ act: randomUUID(), id: (await made.topic()).id, into: (await made.topic()).id },
  })),
  "lib/tags/actions.ts#countTagSplit": only(DESK, "one there is", async (made) => ({
    ...{ id: (await made.topic()).id, criteria },
  })),
  "lib/tags/actions.ts#splitTag": only(DESK, "one there is", async (made) => ({
    ...{ act: randomUUID(), id: (await made.topic()).id, into: [name(), name()], criteria: {} },
  })),
  "lib/taxonomy/actions.ts#undoAct": [
    ...only(DESK, "of outlets", (made) => made.taxonomyAct("category")),
    ...only(DESK, "of tags", (made) => made.taxonomyAct("tag")),
  ],
};

export const TAXONOMY_ROUTES: Record<string, Row[]> = {
  "app/api/admin/taxonomy/route.ts#GET": only(READ, "an act", async (made) => [
    new Request(`http://localhost/api?id=${(await made.taxonomyAct("tag")).id}`),
  ]),
};

export const TAXONOMY_PAGES: Record<string, Row[]> = {
  "app/admin/(desk)/categories/page.tsx": only(READ, "the list", () => page(), HIDDEN_FROM_WRITERS),
  "app/admin/(desk)/categories/new/page.tsx": only(DESK, "the form", () => page(), HIDDEN_FROM_OTHERS),
  "app/admin/(desk)/categories/[id]/page.tsx": only(
    READ,
    "one there is",
    async (made) => page({ id: (await made.outlet()).id }),
    HIDDEN_FROM_WRITERS,
  ),
  "app/admin/(desk)/tags/page.tsx": only(READ, "the list", () => page(), HIDDEN_FROM_WRITERS),
  "app/admin/(desk)/tags/new/page.tsx": only(DESK, "the form", () => page(), HIDDEN_FROM_OTHERS),
  "app/admin/(desk)/tags/[id]/page.tsx": only(
    READ,
    "one there is",
    async (made) => page({ id: (await made.topic()).id }),
    HIDDEN_FROM_WRITERS,
  ),
  "app/admin/(desk)/taxonomy/page.tsx": only(READ, "the record", () => page(), HIDDEN_FROM_WRITERS),
};

export const TAXONOMY_LOADERS: Record<string, Row[]> = {
  "lib/categories/desk-loaders.ts#loadOutlets": only(
    READ,
    "the list",
    () => [readOutletParams({})],
    HIDDEN_FROM_WRITERS,
  ),
  "lib/categories/desk-loaders.ts#loadNewOutlet": only(DESK, "the form", () => [], HIDDEN_FROM_OTHERS),
  "lib/categories/desk-loaders.ts#loadOutlet": only(
    READ,
    "one there is",
    async (made) => [(await made.outlet()).id],
    HIDDEN_FROM_WRITERS,
  ),
  "lib/tags/desk-loaders.ts#loadTags": only(READ, "the list", () => [readTagParams({})], HIDDEN_FROM_WRITERS),
  "lib/tags/desk-loaders.ts#loadNewTag": only(DESK, "the form", () => [], HIDDEN_FROM_OTHERS),
  "lib/tags/desk-loaders.ts#loadTag": only(
    READ,
    "one there is",
    async (made) => [(await made.topic()).id],
    HIDDEN_FROM_WRITERS,
  ),
  "lib/taxonomy/loaders.ts#loadActs": only(READ, "the record", () => [readActParams({})], HIDDEN_FROM_WRITERS),
};
