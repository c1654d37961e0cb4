export type ReportLine = {
  line: number;
  from: string;
  to: string;
  outcome: "created" | "updated" | "unchanged" | "refused";
  note: string;
};

const NAMES = { created: "新加", updated: "改去处", unchanged: "已有", refused: "不收" } as const;
const OUTCOMES = ["refused", "updated", "created", "unchanged"] as const;

/** What became, or would become, of each line; what is refused comes first. */
export function ImportReport({ lines, dryRun }: { lines: ReportLine[]; dryRun: boolean }) {
  const count = (outcome: ReportLine["outcome"]) => lines.filter((line) => line.outcome === outcome).length;
  const sums = (["created", "updated", "unchanged", "refused"] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${NAMES[outcome]} ${count(outcome)} 条`)
    .join("，");
  const ordered = OUTCOMES.flatMap((outcome) => lines.filter((line) => line.outcome === outcome));
  return (
    <div className="import-report">
      <p>
        <b>{dryRun ? "试运行，还没有写入" : "已导入"}</b>：{sums}。
      </p>
      <ul>
        {ordered.map(({ line, from, outcome, note }) => (
          <li key={line} className={outcome === "refused" ? "bad" : undefined}>
            <span className="n">{line}</span>
            <b>{NAMES[outcome]}</b>
            <span>
              <span className="path">{from}</span>
              <small>{note}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
