import type { Act } from "@/lib/bulk/validation";

/** How an act is said: on its button, before it, while it is done, and after. */
export const ACT_WORDS: Record<Act, { button: string; confirm: string; doing: string; done: string }> = {
  publish: { button: "发布", confirm: "发布", doing: "正在发布", done: "已发布" },
  unpublish: { button: "撤回", confirm: "撤回", doing: "正在撤回", done: "已撤回" },
  recategorise: { button: "改媒体", confirm: "改媒体", doing: "正在改媒体", done: "已改媒体" },
  tag: { button: "加标签", confirm: "加标签", doing: "正在加标签", done: "已加标签" },
  trash: { button: "移到回收站", confirm: "移到回收站", doing: "正在移到回收站", done: "已移到回收站" },
  restore: { button: "恢复", confirm: "恢复", doing: "正在恢复", done: "已恢复" },
};

export const UNDO_WORDS = { doing: "正在撤销", done: "已撤销" };

/** What else happens, said before. */
export const ACT_NOTES: Record<Act, string> = {
  publish: "读者马上能看到。可以撤销；撤销后，原来是草稿的会成为“已撤回”，地址显示撤回说明。",
  unpublish: "列表里不再有它们，原来的地址换成撤回说明；还没到时间的定时稿回到草稿。可以撤销。",
  recategorise: "每篇留下新的版本；地址不变。可以撤销。",
  tag: "原有的标签留着。可以撤销。",
  trash: "读者再也看不到它们，可以从回收站恢复，也可以马上撤销。",
  restore: "每篇回到进回收站以前的状态，已发布的会重新公开。可以撤销。",
};
