import type { Peer } from "@/lib/pushes/peer";
import { post } from "@/lib/pushes/post";
import { judge } from "@/lib/pushes/verdict";

const MOST_AT_ONCE = 100;

/**
 * A hub of WebSub, told as all of them understand it: `hub.mode=publish` with the feeds' addresses. The recommendation
 * leaves this step open, and some hubs take one address a request: such a one is given one from its first refusal on.
 */
export function websubHub(hub: string, patienceMs?: number): Peer {
  let most = MOST_AT_ONCE;
  return {
    channel: "websub",
    get batch() {
      return most;
    },
    async tell(urls) {
      const form = new URLSearchParams([["hub.mode", "publish"], ...urls.map((url) => ["hub.url", url])]);
      const verdict = judge(await post(hub, "application/x-www-form-urlencoded", form.toString(), patienceMs));
      if (verdict.outcome !== "refused" || urls.length === 1) return verdict;
      most = 1;
      return { outcome: "later", answer: verdict.answer, pauseMs: null, smaller: true };
    },
  };
}
