import type { Metadata } from "next";
import { OutletForm } from "@/components/admin/categories/outlet-form";
import { TaxHead } from "@/components/admin/taxonomy/tax-head";
import { loadNewOutlet } from "@/lib/categories/desk-loaders";
import "../../../styles/media.css";
import "../../../styles/people.css";
import "../../../styles/taxonomy.css";

export const metadata: Metadata = { title: "新建媒体" };

export default async function NewOutletPage() {
  await loadNewOutlet();
  return (
    <>
      <TaxHead title="新建媒体" back={{ href: "/admin/categories", label: "媒体与栏目" }} />
      <OutletForm outlet={null} />
    </>
  );
}
