import type { ReactNode } from "react";
import { Status, type StatusName } from "@/components/admin/articles/status";
import { longTime } from "@/lib/dates";
import { articlePath } from "@/lib/urls";

type Props = {
  status: StatusName;
  saved: { slug: string; publishAt: string | null } | null;
  withdrawnReason: string | null;
  lastActor: string | null;
  children: ReactNode;
};

/** Where the article stands, who was there last, and what may be done with it. */
export function StatusSection({ status, saved, withdrawnReason, lastActor, children }: Props) {
  return (
    <section>
      <h2>状态</h2>
      <div className="line">
        <Status status={status} />
        {status === "published" && saved && (
          <a className="btn quiet" href={articlePath(saved.slug)} target="_blank" rel="noopener">
            看页面
          </a>
        )}
      </div>
      {saved?.publishAt && (
        <p className="hint">
          {status === "scheduled" ? "将于" : "发布时间："}
          {longTime(saved.publishAt)}（北京时间）{status === "scheduled" && "发布"}
        </p>
      )}
      {status === "withdrawn" && withdrawnReason && <p className="hint">撤回原因：{withdrawnReason}</p>}
      {lastActor && <p className="hint">上次修改：{lastActor}</p>}
      {children}
    </section>
  );
}
