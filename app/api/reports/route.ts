import { answerReportForm } from "@/lib/reports/endpoint";

export { answerReportForm as POST };
