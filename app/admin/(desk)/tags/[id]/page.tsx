import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SplitTag } from "@/components/admin/tags/split-tag";
import { TagFacts } from "@/components/admin/tags/tag-facts";
import { TagForm } from "@/components/admin/tags/tag-form";
import { ActsSection } from "@/components/admin/taxonomy/acts-section";
import { AliasSection } from "@/components/admin/taxonomy/alias-section";
import { MergeSection } from "@/components/admin/taxonomy/merge-section";
import { SameNote } from "@/components/admin/taxonomy/same-note";
import { TaxHead } from "@/components/admin/taxonomy/tax-head";
import { sayCount } from "@/components/ui/say-count";
import { loadTag } from "@/lib/tags/desk-loaders";
import { tagPath } from "@/lib/urls";
import "../../../styles/media.css";
import "../../../styles/people.css";
import "../../../styles/taxonomy.css";

export const metadata: Metadata = { title: "标签" };

export default async function TagPage({ params }: PageProps<"/admin/tags/[id]">) {
  const found = await loadTag((await params).id);
  if (!found) notFound();
  const { tag, into, parts, aliases, acts, same, mayChange } = found;
  const { id, name, count } = tag;
  return (
    <>
      <TaxHead
        title={name}
        sub={into ? "已由别的标签代替" : `${sayCount(count)} 篇文章`}
        back={{ href: "/admin/tags", label: "标签" }}
        links={[{ href: tagPath(tag.slug), label: "看页面" }]}
      />
      <div className="tax">
        <section aria-labelledby="facts">
          <h2 id="facts">资料</h2>
          <SameNote same={same} path="/admin/tags" what="地址相同" />
          {mayChange ? <TagForm key={tag.version} tag={tag} /> : <TagFacts tag={tag} into={into} parts={parts} />}
        </section>
        <div>
          <AliasSection kind="tag" id={id} aliases={aliases} mayChange={mayChange} />
          {mayChange && <MergeSection kind="tag" id={id} name={name} />}
          {mayChange && <SplitTag id={id} name={name} />}
          <ActsSection acts={acts} now={new Date().toISOString()} />
        </div>
      </div>
    </>
  );
}
