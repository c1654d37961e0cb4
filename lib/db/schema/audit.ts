import { bigint, bigserial, customType, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Who did what. Rows are only ever added: a trigger refuses anything else. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    at: instant("at").notNull(),
    /** `user:<id>` or `system:<job>`; never empty. */
    actor: text("actor").notNull(),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    change: jsonb("change").notNull().$type<Record<string, unknown>>(),
  },
  (t) => [
    index("audit_log_subject_idx").on(t.subjectType, t.subjectId, t.id),
    index("audit_log_time_idx").on(t.at, t.id),
    index("audit_log_actor_idx").on(t.actor, t.at, t.id),
    index("audit_log_action_idx").on(t.action, t.at, t.id),
  ],
);

/** Rows of the audit log that no seal covers yet; a trigger of `audit_log` puts each here in its own transaction. */
export const auditUnsealed = pgTable("audit_unsealed", {
  rowId: bigint("row_id", { mode: "number" }).primaryKey(),
});

/** The chain: each seal is a hash over one row of the audit log and the seal before it. */
export const auditSeals = pgTable("audit_seals", {
  /** 1, 2, 3 … without a gap. */
  seq: bigint("seq", { mode: "number" }).primaryKey(),
  rowId: bigint("row_id", { mode: "number" }).notNull(),
  /** SHA-256; what it is taken over stands in lib/audit/seal.ts. */
  hash: bytea("hash").notNull(),
});
