/**
 * What a reader follows, as their browser keeps it and as it stands in an exported file. Pure and small: a part of it runs
 * in the browser.
 */
export type Followed = {
  /** `/stock/SH600519`, `/category/huaxiashibao`. */
  path: string;
  /** Its name when it was added. */
  title: string;
};

export const MOST_SECURITIES = 100;
export const MOST_OUTLETS = 50;
export const FOLLOWED_PATH = /^\/(?:stock|category)\/[^/?#\s]{1,240}$/;
