import { z } from "zod";
import type { Peer } from "@/lib/pushes/peer";
import { post } from "@/lib/pushes/post";
import { judge, sayAnswer, type Verdict } from "@/lib/pushes/verdict";

/** As Baidu allows in one request. */
const MOST_AT_ONCE = 2000;

type Settings = { endpoint: string; token: string; siteUrl: string };

const taken = z.object({
  remain: z.number().int(),
  success: z.number().int(),
  not_same_site: z.array(z.string()).default([]),
  not_valid: z.array(z.string()).default([]),
});
const failed = z.object({ message: z.string() });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Baidu's 普通收录 by its API: a line for each address. It says how many more it takes today. */
export const baiduPush = ({ endpoint, token, siteUrl }: Settings, patienceMs?: number): Peer => ({
  channel: "baidu",
  batch: MOST_AT_ONCE,
  async tell(urls): Promise<Verdict> {
    const url = new URL(endpoint);
    url.searchParams.set("site", siteUrl);
    url.searchParams.set("token", token);
    const answer = await post(url.href, "text/plain", urls.join("\n"), patienceMs);
    const said = parse(answer.text);
    const fault = failed.safeParse(said);
    if (answer.status !== 200 && fault.data?.message === "over quota")
      return { outcome: "tomorrow", answer: sayAnswer(answer) };
    const verdict = judge(answer);
    if (verdict.outcome !== "told") return verdict;
    const { data } = taken.safeParse(said);
    // Somebody else answered in its place, such as a proxy.
    if (!data) return { outcome: "later", answer: sayAnswer(answer), pauseMs: null };
    const refused = new Map([
      ...data.not_same_site.map((one) => [one, "not_same_site：不属于在百度登记的站点"] as const),
      ...data.not_valid.map((one) => [one, "not_valid：百度认为网址不合法"] as const),
    ]);
    return { outcome: "told", answer: sayAnswer(answer), refused, quotaLeft: data.remain };
  },
});
