import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TakedownList } from "@/components/admin/takedown/takedown-list";
import { loadTakedowns } from "@/lib/takedowns/loaders";
import "../../styles/acts.css";

export const metadata: Metadata = { title: "删除记录" };

export default async function TakedownsPage() {
  const records = await loadTakedowns();
  if (!records) notFound();
  return <TakedownList records={records} />;
}
