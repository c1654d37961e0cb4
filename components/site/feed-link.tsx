import { Icon } from "@/components/site/icons";
import { FEED_TYPES } from "@/lib/feeds/types";

/** To the feed of what the page shows, for readers whose program finds feeds by their address. */
export const FeedLink = ({ href }: { href: string }) => (
  <a className="btn" href={href} type={FEED_TYPES.rss}>
    <Icon name="feed" />
    订阅
  </a>
);
