import type { AuditEntry } from "@/lib/audit/record";
import type { IMPORT_OUTCOMES, importFiles } from "@/lib/db/schema";
import type { Planned } from "./plan";
import type { ArticleRow } from "./written";

export type Outcome = (typeof IMPORT_OUTCOMES)[number] | "unchanged";
export type FileResult = { path: string; outcome: Outcome; reason: string; slug: string };

export type Write = { plan: Planned; row: ArticleRow; hash: string };

/** Everything that one transaction writes, gathered so that each table takes one statement. */
export class Batch {
  readonly created: Write[] = [];
  readonly updated: Write[] = [];
  readonly files: (typeof importFiles.$inferInsert)[] = [];
  readonly results: FileResult[] = [];
  readonly audit: AuditEntry[] = [];
  readonly tags = new Set<string>();
}
