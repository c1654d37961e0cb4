import { answerStockFeed } from "@/lib/securities/stock-feed";

export const dynamic = "force-dynamic";

export const GET = async (_request: Request, { params }: { params: Promise<{ symbol: string }> }) =>
  answerStockFeed((await params).symbol, "json");
