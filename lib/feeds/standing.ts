import { tag } from "@/lib/cache/tags";
import { correctionsPath, homePath, liveImportantPath, livePath } from "@/lib/urls";
import { allListPath, topFlashesListPath } from "./address";
import type { FeedList } from "./lists";
import type { Source } from "./types";

const at = (path: string) => ({ path, listPath: path });

type Standing = { source: Source; list: FeedList; listTags: string[] };

/** Feeds of articles that are always there, in the order in which they are offered. */
export const STANDING: Standing[] = [
  {
    list: { of: "stories" },
    source: { title: "全部报道", description: "各家财经媒体的报道，同一条新闻只列一次。", ...at(homePath) },
    listTags: [tag.home],
  },
  {
    list: { of: "all" },
    source: {
      title: "全部报道与快讯",
      description: "每一篇报道、每一条快讯，几家媒体说同一件事也逐篇列出。",
      ...{ path: homePath, listPath: allListPath },
    },
    listTags: [tag.home, tag.live],
  },
  {
    list: { of: "flashes" },
    source: { title: "7×24 快讯", description: "全天候的财经快讯，同一条新闻只列一次。", ...at(livePath) },
    listTags: [tag.live],
  },
  {
    list: { of: "important" },
    source: { title: "7×24 重要快讯", description: "标为重要和特别重要的快讯。", ...at(liveImportantPath) },
    listTags: [tag.live],
  },
  {
    list: { of: "top" },
    source: {
      title: "7×24 特别重要的快讯",
      description: "标为特别重要、影响全市场的快讯。",
      ...{ path: liveImportantPath, listPath: topFlashesListPath },
    },
    listTags: [tag.live],
  },
];

export const ACTS_SOURCE: Source = {
  title: "更正与撤稿",
  description: "本站的更正、撤回与删除，逐条写明时间与原因。",
  ...at(correctionsPath),
};
