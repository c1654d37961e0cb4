import type { Metadata } from "next";
import { AuditFilters } from "@/components/admin/audit/audit-filters";
import { AuditList } from "@/components/admin/audit/audit-list";
import { Pager } from "@/components/ui/pager";
import { loadAudit } from "@/lib/audit/loaders";
import { readAuditParams } from "@/lib/audit/params";
import "../../styles/audit.css";

export const metadata: Metadata = { title: "操作记录" };

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const state = readAuditParams(await searchParams);
  const { items, people, newer, older, sealed, unsealed } = await loadAudit(state);
  const waiting = unsealed > 0 ? `，${unsealed.toLocaleString("en-US")} 条等着封存` : "";
  return (
    <>
      <header className="top">
        <h1>操作记录</h1>
        <p className="top-sub">
          只增不改，{sealed.toLocaleString("en-US")} 条已封入哈希链{waiting}
        </p>
      </header>
      <AuditFilters state={state} people={people} />
      {items.length === 0 ? (
        <p className="none">
          没有符合这些条件的记录。<a href="/admin/audit">看全部</a>
        </p>
      ) : (
        <>
          <AuditList items={items} showsOne={state.subject !== undefined} />
          <Pager newer={newer} older={older} />
        </>
      )}
    </>
  );
}
