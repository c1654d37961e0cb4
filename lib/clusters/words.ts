import type { Why } from "./same-story";

/** `3 家媒体`; of one outlet that told it again, `2 篇同题`. */
export const sayCluster = ({ outlets, articles }: { outlets: number; articles: number }) =>
  outlets > 1 ? `${outlets} 家媒体` : `${articles} 篇同题`;

const WHY: Record<Why, string> = {
  figures: "数字不同，不会合并",
  names: "名称不同，不会合并",
  securities: "证券不同，不会合并",
  time: "相隔超过 72 小时，不会合并",
};

/** `相似 86%`, or why it is another story. */
export const sayLikeness = (score: number, why: Why | null) => (why ? WHY[why] : `相似 ${Math.round(score * 100)}%`);
