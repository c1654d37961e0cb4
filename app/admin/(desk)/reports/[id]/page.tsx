import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportDetail } from "@/components/admin/reports/report-detail";
import { loadReport } from "@/lib/reports/loaders";
import "../../../styles/acts.css";

export const metadata: Metadata = { title: "报错" };

export default async function ReportPage({ params }: PageProps<"/admin/reports/[id]">) {
  const found = await loadReport((await params).id);
  if (!found) notFound();
  return <ReportDetail found={found} />;
}
