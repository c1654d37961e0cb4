import type { Count } from "@/lib/securities/figures";

/** `2,418`, or `10,000 多` where counting stopped. */
export const sayCount = ({ count, isMore }: Count) => `${count.toLocaleString("en")}${isMore ? " 多" : ""}`;

/** `2,418 篇`, `10,000 多篇`. */
export const sayArticles = (count: Count) => `${sayCount(count)}${count.isMore ? "" : " "}篇`;
