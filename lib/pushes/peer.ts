import type { Channel } from "@/lib/pushes/channels";
import type { Verdict } from "@/lib/pushes/verdict";

/** The other side of a channel. */
export type Peer = {
  channel: Channel;
  /** How many addresses it takes at once. */
  readonly batch: number;
  /** Tells it of these addresses, whole and of this site, in one request. Never throws. */
  tell: (urls: string[]) => Promise<Verdict>;
};
