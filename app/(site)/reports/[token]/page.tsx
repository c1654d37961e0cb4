import type { Metadata } from "next";
import { OwnReportPage, ReportMissing } from "@/components/site/own-report";
import { robotsOf } from "@/lib/indexing/policy";
import { loadOwnReport } from "@/lib/reports/loaders";

export const dynamic = "force-dynamic";

/** The address is the secret: it must reach no index and no other site's log. */
export const metadata: Metadata = {
  title: "报错的处理结果",
  ...robotsOf("secret"),
  referrer: "no-referrer",
};

export default async function ReportPage({ params }: PageProps<"/reports/[token]">) {
  const report = await loadOwnReport((await params).token);
  return report ? <OwnReportPage report={report} /> : <ReportMissing />;
}
