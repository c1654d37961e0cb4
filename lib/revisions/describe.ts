import { changedFields, FIELD_NAMES, type RevisionFields } from "@/lib/revisions/fields";

export type Summary = {
  title: string;
  summary: string;
  /** Stands for the body: equal only when the bodies are. */
  bodyHash: string;
  /** Characters of the body's text. */
  bodyLength: number;
  fields: RevisionFields;
  status: string;
};

const MOVES: Record<string, string> = {
  draft: "转为草稿",
  in_review: "送审",
  scheduled: "定时发布",
  published: "发布",
  withdrawn: "撤回",
  trashed: "移到回收站",
};

/** What a save did, in a few words: `发布`, `标题`, `正文 +35 字`, `媒体`. */
export function describeChange(before: Summary | null, after: Summary): string[] {
  if (!before) return ["首版"];
  const said: string[] = [];
  if (before.status !== after.status) said.push(moveOf(before.status, after.status));
  if (before.title !== after.title) said.push("标题");
  if (before.summary !== after.summary) said.push("摘要");
  if (before.bodyHash !== after.bodyHash) said.push(`正文${growth(after.bodyLength - before.bodyLength)}`);
  const fields = changedFields(before.fields, after.fields);
  // A date that came with the publication is no news of its own.
  const dated = before.status !== after.status;
  said.push(...fields.filter((key) => !(dated && key === "publishAt")).map((key) => FIELD_NAMES[key]));
  return said.length > 0 ? said : ["内容未变"];
}

const moveOf = (before: string, after: string) => (before === "trashed" ? "移出回收站" : (MOVES[after] ?? after));

function growth(characters: number): string {
  if (characters === 0) return "";
  return characters > 0 ? ` +${characters} 字` : ` −${-characters} 字`;
}
