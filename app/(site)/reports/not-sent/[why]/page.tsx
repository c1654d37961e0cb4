import type { Metadata } from "next";
import { ReportNotSent } from "@/components/site/own-report";
import { robotsOf } from "@/lib/indexing/policy";
import { isRefusal } from "@/lib/reports/refusals";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "报错没有提交", ...robotsOf("secret") };

export default async function NotSentPage({ params }: PageProps<"/reports/not-sent/[why]">) {
  const { why } = await params;
  return <ReportNotSent refusal={isRefusal(why) ? why : "fault"} />;
}
