import { Link2Off, Plus } from "lucide-react";
import type { Metadata } from "next";
import { RelinkList } from "@/components/admin/securities/relink-list";
import { SecurityTable } from "@/components/admin/securities/security-table";
import { SecurityTools } from "@/components/admin/securities/security-tools";
import { Pager } from "@/components/ui/pager";
import { loadSecurities } from "@/lib/securities/desk-loaders";
import { REFUSED_PATH, readSecurityParams } from "@/lib/securities/params";
import "../../styles/people.css";
import "../../styles/taxonomy.css";
import "../../styles/securities.css";

export const metadata: Metadata = { title: "证券" };

export default async function SecuritiesPage({ searchParams }: PageProps<"/admin/securities">) {
  const state = readSecurityParams(await searchParams);
  const { rows, looks, mayChange, newer, older } = await loadSecurities(state);
  return (
    <>
      <header className="top">
        <h1>证券</h1>
        <div className="top-act always">
          <a className="btn" href={REFUSED_PATH}>
            <Link2Off className="icon" aria-hidden />
            被拒的链接
          </a>
          {mayChange && (
            <a className="btn btn-main" href="/admin/securities/new">
              <Plus className="icon" aria-hidden />
              加证券
            </a>
          )}
        </div>
      </header>
      {looks.length > 0 && <RelinkList looks={looks} now={new Date().toISOString()} />}
      <SecurityTools state={state} />
      <SecurityTable rows={rows} state={state} mayChange={mayChange} />
      <Pager newer={newer} older={older} isByTime={false} />
    </>
  );
}
