import { Check as Tick, TriangleAlert, X } from "lucide-react";
import type { Check } from "@/lib/articles/checks";

type Props = { checks: Check[] | null; failed: string; onGo: (check: Check) => void };

/** What keeps the story back, then what to think about; each with a way to its place. */
export function CheckList({ checks, failed, onGo }: Props) {
  return (
    <section aria-labelledby="publish-checks">
      <h3 id="publish-checks">发布前检查</h3>
      {failed && <p className="fault">{failed}</p>}
      {!checks && !failed && <p className="hint">正在检查……</p>}
      {checks?.length === 0 && (
        <p className="check fine">
          <Tick className="icon" aria-hidden />
          没有发现问题
        </p>
      )}
      <ul aria-live="polite">
        {checks?.map((check) => (
          <li key={check.name + check.message} className={`check ${check.level}`}>
            {check.level === "block" ? (
              <X className="icon" aria-hidden />
            ) : (
              <TriangleAlert className="icon" aria-hidden />
            )}
            <p>
              <b>{check.level === "block" ? "必须改" : "提醒"}</b> {check.message}
            </p>
            <button type="button" className="linkish" aria-label={`去改：${check.message}`} onClick={() => onGo(check)}>
              去改
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
