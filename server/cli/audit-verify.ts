import { defineCommand } from "citty";
import { readAnchor } from "@/lib/audit/anchor";
import type { Head } from "@/lib/audit/seal";
import { type Finding, type Verified, verifyAudit } from "@/lib/audit/verify";
import { connect } from "@/lib/db/client";
import { env } from "@/lib/env";
import { OperatorError } from "@/lib/errors";
import { withDatabase } from "./database";
import { progressBar } from "./progress";

function headOf(text: string | undefined): Head | null {
  if (text === undefined) return null;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash) throw new OperatorError(`--head expects NUMBER:HASH as this command printed it, not "${text}".`);
  return { seq: Number(seq), hash };
}

function sentence(finding: Finding): string {
  if (finding.kind === "changed")
    return `row ${finding.rowId} (seal ${finding.seq}): its content, its place or a seal was changed`;
  if (finding.kind === "missing") return `row ${finding.rowId} (seal ${finding.seq}): sealed, and not there any more`;
  if (finding.kind === "gap")
    return finding.seq === finding.to
      ? `seal ${finding.seq} is missing`
      : `seals ${finding.seq} to ${finding.to} are missing`;
  if (finding.kind === "added") return `row ${finding.rowId}: put in behind the log's back`;
  return `seal ${finding.seq}: the chain ends here or goes on otherwise than ${finding.noted} says; newer rows were cut off or written anew`;
}

function print({ findings, faults, sealed, waiting, head }: Verified) {
  for (const finding of findings) console.error(`✗ ${sentence(finding)}`);
  if (faults > findings.length) console.error(`✗ and ${faults - findings.length} more`);
  const rest = waiting > 0 ? `; ${waiting} newer rows are not sealed yet (the worker does so every few seconds)` : "";
  if (faults === 0) console.log(`✓ ${sealed} rows, none changed, missing, moved or added${rest}.`);
  else console.error(`${faults} faults in ${sealed} sealed rows${rest}.`);
  if (faults > 0) process.exitCode = 1;
  else if (sealed > 0)
    console.log(`  Keep this line elsewhere; next time: npm run audit:verify -- --head ${head.seq}:${head.hash}`);
}

export const auditVerifyCommand = defineCommand({
  meta: { name: "audit:verify", description: "Check the audit log's hash chain; exit 1 on a fault" },
  args: { head: { type: "string", description: "An end of the chain that was noted earlier: NUMBER:HASH" } },
  async run({ args }) {
    const given = headOf(args.head);
    const own = readAnchor(env().dataDir);
    const anchors = [
      ...(given ? [{ head: given, noted: "--head" }] : []),
      ...(own ? [{ head: own, noted: "the file audit-head.json" }] : []),
    ];
    const progress = progressBar("rows");
    await withDatabase(async (url) => {
      const { db, close } = connect(url, { max: 1, name: "finews-audit" });
      try {
        const verified = await verifyAudit(db, anchors, progress.update);
        progress.end();
        print(verified);
      } finally {
        progress.end();
        await close();
      }
    });
  },
});
