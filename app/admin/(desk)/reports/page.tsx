import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportQueue } from "@/components/admin/reports/report-queue";
import { loadReports } from "@/lib/reports/loaders";
import { readReportParams } from "@/lib/reports/validation";
import "../../styles/acts.css";

export const metadata: Metadata = { title: "更正与报错" };

export default async function ReportsPage({ searchParams }: PageProps<"/admin/reports">) {
  const params = readReportParams(await searchParams);
  const found = await loadReports(params);
  if (!found) notFound();
  return <ReportQueue view={params.view} found={found} now={new Date().toISOString()} />;
}
