import type { REFUSAL_REASONS } from "@/lib/db/schema";
import { isInLongerName } from "@/lib/securities/longer-name";

export type MentionedSecurity = { symbol: string; kind: "stock" | "index" | "sector"; name: string };

const EXCHANGES: Record<string, string> = { "0": "SZ", "1": "SH", "116": "HK", "105": "US", "106": "US", "107": "US" };

/** Symbol of a provider's code, e.g. (`1`, `600519`) → `SH600519`; null for markets we do not know. */
export function symbolOf(market: string, code: string): Omit<MentionedSecurity, "name"> | null {
  if (market === "90") return /^BK\d{4}$/.test(code) ? { symbol: code, kind: "sector" } : null;
  const exchange = EXCHANGES[market];
  if (!exchange || !/^[A-Z0-9._-]{1,12}$/i.test(code)) return null;
  if (exchange === "US") return { symbol: `US${code.toUpperCase()}`, kind: "stock" };
  if (exchange === "HK") return /^\d{1,5}$/.test(code) ? { symbol: `HK${code.padStart(5, "0")}`, kind: "stock" } : null;
  if (!/^\d{6}$/.test(code)) return null;
  if (market === "0" && /^(?:43|83|87|88|92)/.test(code)) return { symbol: `BJ${code}`, kind: "stock" };
  const index = market === "0" ? code.startsWith("399") : code.startsWith("000");
  return { symbol: `${exchange}${code}`, kind: index ? "index" : "stock" };
}

/** Reads `1,600160` · `NIO|106|7` · `K 02338|116|5` · `…/unify/r/90.BK0493` · `nid=1.600160`. */
export function readCode(text: string): Omit<MentionedSecurity, "name"> | null {
  const comma = /^\s*(\d+),\s*([\w.-]+)/.exec(text);
  if (comma) return symbolOf(comma[1]!, comma[2]!);
  const bar = /^\s*(?:K )?([\w.-]+)\|(\d+)/.exec(text);
  if (bar) return symbolOf(bar[2]!, bar[1]!);
  const address = /(?:\/unify\/r\/|[?&]nid=)(\d+)\.([\w.-]+)/.exec(text);
  return address ? symbolOf(address[1]!, address[2]!) : null;
}

/** A link of the provider that says what the text does not mean. */
export type RefusedLink = {
  symbol: string;
  word: string;
  /** The word with what stands around it. */
  context: string;
  reason: (typeof REFUSAL_REASONS)[number];
};

/** Words that the provider linked to a company of the same name although the text never means it. */
const FALSE_WORDS = new Set(["HK01315 绿色经济"]);
/** Trades whose sector link often sits inside a proper name: 中航证券, 上海证券报, 中国人民银行. */
const TRADES = /^(?:证券|银行|保险|券商|信托|基金|期货|传媒|新能源)$/;
const HAN = /\p{Script=Han}/u;
const NAME_TAIL = /^(?:报|时报|日报|中国|之星|股份|集团|公司|有限|科技|业协会|交易所|研究所|研究院|监会)/;
/** Words before a trade that end no proper name. */
const PLAIN_LEAD =
  /(?:[和与及或等在对将从为是的了向以使让给到由把被指个于进家各某]|板块|行业|概念|其中|今日|包括|发展|国内|旗下|关注)$/;

/** Why a keyword link does not say what it seems to say, judged by the text around it; null when it does. */
export function linkFault(symbol: string, word: string, before: string, after: string): RefusedLink["reason"] | null {
  if (FALSE_WORDS.has(`${symbol} ${word}`)) return "other-word";
  if (isInLongerName(before, word, after)) return "in-name";
  if (!symbol.startsWith("BK") || !TRADES.test(word)) return null;
  if (NAME_TAIL.test(after)) return "in-name";
  return !HAN.test(before.slice(-1)) || PLAIN_LEAD.test(before) ? null : "in-name";
}
