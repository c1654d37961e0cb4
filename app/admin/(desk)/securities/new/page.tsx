import type { Metadata } from "next";
import { SecurityForm } from "@/components/admin/securities/security-form";
import { TaxHead } from "@/components/admin/taxonomy/tax-head";
import { loadNewSecurity } from "@/lib/securities/desk-loaders";
import "../../../styles/people.css";
import "../../../styles/taxonomy.css";
import "../../../styles/securities.css";

export const metadata: Metadata = { title: "加证券" };

export default async function NewSecurityPage() {
  await loadNewSecurity();
  return (
    <>
      <TaxHead title="加证券" back={{ href: "/admin/securities", label: "证券" }} />
      <SecurityForm security={null} />
    </>
  );
}
