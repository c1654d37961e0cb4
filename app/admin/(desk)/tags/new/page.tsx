import type { Metadata } from "next";
import { TagForm } from "@/components/admin/tags/tag-form";
import { TaxHead } from "@/components/admin/taxonomy/tax-head";
import { loadNewTag } from "@/lib/tags/desk-loaders";
import "../../../styles/people.css";
import "../../../styles/taxonomy.css";

export const metadata: Metadata = { title: "新建标签" };

export default async function NewTagPage() {
  await loadNewTag();
  return (
    <>
      <TaxHead title="新建标签" back={{ href: "/admin/tags", label: "标签" }} />
      <TagForm tag={null} />
    </>
  );
}
