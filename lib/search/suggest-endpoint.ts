import "server-only";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { getDb } from "@/lib/db/client";
import { log } from "@/lib/log";
import { categoryPath, stockPath } from "@/lib/urls";
import { loadNames } from "./names-queries";

const LONGEST = 40;
const MOST_SECURITIES = 6;
const MOST_OUTLETS = 3;
const HEADERS = { "Cache-Control": CACHE_CONTROL.names };

/** What could be meant by what was typed so far, for everybody: securities and outlets, each with its page. */
export async function answerSuggest(request: Request): Promise<Response> {
  const text = [...(new URL(request.url).searchParams.get("q") ?? "")].slice(0, LONGEST).join("");
  try {
    const names = await loadNames(getDb());
    const securities = names
      .suggest(text, "security", MOST_SECURITIES)
      .flatMap(({ named, key }) =>
        named.kind === "security"
          ? [{ symbol: named.symbol, name: named.name, by: key, href: stockPath(named.symbol) }]
          : [],
      );
    const outlets = names
      .suggest(text, "outlet", MOST_OUTLETS)
      .flatMap(({ named }) =>
        named.kind === "outlet" ? [{ slug: named.slug, name: named.name, href: categoryPath(named.slug) }] : [],
      );
    return Response.json({ securities, outlets }, { headers: HEADERS });
  } catch (error) {
    log.error({ err: error }, "suggestions failed");
    return Response.json(
      { message: "暂时没有建议，仍可按回车搜索" },
      {
        status: 503,
        headers: { "Cache-Control": CACHE_CONTROL.never, "Retry-After": "5" },
      },
    );
  }
}
