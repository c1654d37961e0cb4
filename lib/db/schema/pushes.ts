import { sql } from "drizzle-orm";
import { bigint, bigserial, check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";

/** Who is told that something is new: hubs of feeds, and search engines. */
export const PUSH_CHANNELS = ["websub", "indexnow", "baidu"] as const;

const channel = () => text("channel", { enum: PUSH_CHANNELS }).notNull();

/** How far each channel is. A row is made when the channel is first configured; nothing older is told. */
export const pushChannels = pgTable("push_channels", {
  channel: channel().primaryKey(),
  /** Number of the last change that is in `pushes` for this channel. */
  takenUpTo: bigint("taken_up_to", { mode: "number" }).notNull(),
  /** Which worker is at it, and until when nobody else is; it gives this up when it is done. */
  leaseBy: uuid("lease_by"),
  leaseUntil: instant("lease_until"),
  /** The other side wants to be left alone until then, or was not to be reached. */
  pausedUntil: instant("paused_until"),
  /** Requests in a row that came to nothing: the next pause is longer. */
  failures: integer("failures").notNull().default(0),
  /** How many more addresses are taken on `quotaDay`, a day in Beijing; null where nobody said. */
  quotaLeft: integer("quota_left"),
  quotaDay: date("quota_day"),
  createdAt: createdAt(),
});

/** What is still to be told, or was refused: one row for each channel and target. What was told leaves no row. */
export const pushes = pgTable(
  "pushes",
  {
    channel: channel(),
    /** An article's id, so that it is told where the article is by then; or the path of a feed. */
    target: text("target").notNull(),
    /** Null for a feed. */
    articleId: uuid("article_id"),
    /** The newest change that it tells of. One that is newer than what was just told keeps the row. */
    change: bigint("change", { mode: "number" }).notNull(),
    /** How often it was sent. */
    tries: integer("tries").notNull().default(0),
    /** When it was refused for good; a person may try again. */
    refusedAt: instant("refused_at"),
    /** What the other side said. */
    fault: text("fault").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.channel, t.target] }),
    index("pushes_waiting_idx").on(t.channel, t.change).where(sql`${t.refusedAt} is null`),
    index("pushes_refused_idx").on(t.channel, t.refusedAt).where(sql`${t.refusedAt} is not null`),
    check("pushes_channel", sql`${t.channel} in ('websub', 'indexnow', 'baidu')`),
  ],
);

export const PUSH_OUTCOMES = ["told", "later", "refused"] as const;

/** Each request to the other side and what it said, kept for two weeks. */
export const pushRequests = pgTable(
  "push_requests",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    channel: channel(),
    at: instant("at").notNull(),
    outcome: text("outcome", { enum: PUSH_OUTCOMES }).notNull(),
    /** How many addresses were in it, and how many of them were refused. */
    addresses: integer("addresses").notNull(),
    refused: integer("refused").notNull().default(0),
    /** `202`, or why there was no answer. */
    answer: text("answer").notNull(),
  },
  (t) => [
    index("push_requests_list_idx").on(t.channel, t.at),
    index("push_requests_outcome_idx").on(t.channel, t.outcome, t.at),
    check("push_requests_outcome", sql`${t.outcome} in ('told', 'later', 'refused')`),
  ],
);
