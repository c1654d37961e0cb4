import type { Db } from "@/lib/db/client";
import type { ROLES } from "@/lib/db/schema";

export type Role = (typeof ROLES)[number];

/** Who acts: a person, or a named job. The audit log never has an empty author. */
export type Actor =
  | {
      kind: "user";
      id: string;
      name: string;
      role: Role;
      /** Ids of the categories that the person is limited to; empty: all. Nothing limits an admin. */
      categories: readonly string[];
    }
  | { kind: "system"; job: string };

/** Whether somebody runs the desk, and with it others' stories: admins, editors and jobs. */
export const isDesk = (actor: Actor) => actor.kind === "system" || actor.role === "admin" || actor.role === "editor";

/**
 * What every command needs. `now` is passed in, so that tests need no fake clock. `bulk`: the act upon many that this
 * write is part of; its audit rows say so.
 */
export type Ctx = { db: Db; actor: Actor; now: Date; bulk?: string };

/** `user:<id>` or `system:<job>`, as stored in audit and revision rows. */
export const actorKey = (actor: Actor) => (actor.kind === "user" ? `user:${actor.id}` : `system:${actor.job}`);

/** How jobs are named to editors. */
export const JOB_NAMES: Record<string, string> = {
  import: "来源导入",
  cli: "命令行",
  setup: "首次设置",
  access: "一次性链接",
  media: "图片处理",
  "sweep-media": "图片清理",
  "fetch-images": "图片抓取",
  "publish-due": "定时发布",
  recluster: "归并同题",
  reader: "读者",
};

export const actorName = (actor: Actor) => (actor.kind === "user" ? actor.name : (JOB_NAMES[actor.job] ?? actor.job));
