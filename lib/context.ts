import type { Db } from "@/lib/db/client";
import type { ROLES } from "@/lib/db/schema";

export type Role = (typeof ROLES)[number];

/** Who acts: a person, or a named job. The audit log never has an empty author. */
export type Actor = { kind: "user"; id: string; name: string; role: Role } | { kind: "system"; job: string };

/** What every command needs. `now` is passed in, so that tests need no fake clock. */
export type Ctx = { db: Db; actor: Actor; now: Date };

/** `user:<id>` or `system:<job>`, as stored in audit and revision rows. */
export const actorKey = (actor: Actor) => (actor.kind === "user" ? `user:${actor.id}` : `system:${actor.job}`);

/** How jobs are named to editors. */
const JOB_NAMES: Record<string, string> = {
  import: "来源导入",
  cli: "命令行",
  setup: "首次设置",
  media: "图片处理",
  "sweep-media": "图片清理",
  "fetch-images": "图片抓取",
  "publish-due": "定时发布",
};

export const actorName = (actor: Actor) => (actor.kind === "user" ? actor.name : (JOB_NAMES[actor.job] ?? actor.job));
