import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OutletFacts } from "@/components/admin/categories/outlet-facts";
import { OutletForm } from "@/components/admin/categories/outlet-form";
import { SplitOutlet } from "@/components/admin/categories/split-outlet";
import { ActsSection } from "@/components/admin/taxonomy/acts-section";
import { AliasSection } from "@/components/admin/taxonomy/alias-section";
import { MergeSection } from "@/components/admin/taxonomy/merge-section";
import { SameNote } from "@/components/admin/taxonomy/same-note";
import { TaxHead } from "@/components/admin/taxonomy/tax-head";
import { loadOutlet } from "@/lib/categories/desk-loaders";
import { categoryPath } from "@/lib/urls";
import "../../../styles/media.css";
import "../../../styles/people.css";
import "../../../styles/taxonomy.css";

export const metadata: Metadata = { title: "媒体" };

export default async function OutletPage({ params }: PageProps<"/admin/categories/[id]">) {
  const found = await loadOutlet((await params).id);
  if (!found) notFound();
  const { outlet, into, aliases, acts, same, sources, mayChange, mayCreate } = found;
  const { id, name, count } = outlet;
  return (
    <>
      <TaxHead
        title={name}
        sub={into ? "已并入别处" : `${count.toLocaleString("en")} 篇公开报道`}
        back={{ href: "/admin/categories", label: "媒体与栏目" }}
        links={[
          { href: categoryPath(outlet.slug), label: "看页面" },
          { href: `/admin/articles?category=${into?.id ?? id}`, label: "看文章" },
        ]}
      />
      <div className="tax">
        <section aria-labelledby="facts">
          <h2 id="facts">资料</h2>
          <SameNote same={same} path="/admin/categories" what="同音" />
          {mayChange ? (
            <OutletForm key={outlet.version} outlet={{ ...outlet, pinyin: outlet.ownPinyin }} />
          ) : (
            <OutletFacts outlet={outlet} into={into} />
          )}
        </section>
        <div>
          <AliasSection kind="category" id={id} aliases={aliases} mayChange={mayChange} />
          {mayChange && <MergeSection kind="category" id={id} name={name} />}
          {mayChange && <SplitOutlet id={id} name={name} sources={sources} mayCreate={mayCreate} />}
          <ActsSection acts={acts} now={new Date().toISOString()} />
        </div>
      </div>
    </>
  );
}
