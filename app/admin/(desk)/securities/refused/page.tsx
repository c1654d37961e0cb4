import type { Metadata } from "next";
import { RefusedTable } from "@/components/admin/securities/refused-table";
import { TaxHead } from "@/components/admin/taxonomy/tax-head";
import { Pager } from "@/components/ui/pager";
import { loadRefusedLinks } from "@/lib/securities/desk-loaders";
import { readRefusedParams } from "@/lib/securities/params";
import "../../../styles/people.css";
import "../../../styles/taxonomy.css";
import "../../../styles/securities.css";

export const metadata: Metadata = { title: "被拒的链接" };

export default async function RefusedPage({ searchParams }: PageProps<"/admin/securities/refused">) {
  const { rows, newer, older } = await loadRefusedLinks(readRefusedParams(await searchParams));
  return (
    <>
      <TaxHead
        title="被拒的链接"
        sub="提供方在文中标的证券链接，和文意不合的不算提及"
        back={{ href: "/admin/securities", label: "证券" }}
      />
      <RefusedTable rows={rows} now={new Date().toISOString()} />
      <Pager newer={newer} older={older} />
    </>
  );
}
