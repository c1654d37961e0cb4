export type Key = { keys: string[]; does: string };
export type KeyGroup = { name: string; keys: Key[] };

const EVERYWHERE: Key[] = [
  { keys: ["Ctrl", "K"], does: "查找或执行" },
  { keys: ["C"], does: "写稿" },
  { keys: ["?"], does: "这里的按键" },
];

export const FLASH_KEYS: Key[] = [
  { keys: ["1", "2", "3", "空格"], does: "开头打：级别" },
  { keys: ["Alt", "1–3"], does: "随时改级别" },
  { keys: ["$"], does: "找证券：代码、名称、拼音" },
  { keys: ["Alt", "S"], does: "采用全部证券建议" },
  { keys: ["Ctrl", "Enter"], does: "发布" },
  { keys: ["Ctrl", "Z"], does: "空着时：30 秒内撤回" },
  { keys: ["↓", "↑"], does: "空着时：到今日快讯，逐条" },
  { keys: ["E"], does: "就地修改" },
];

const WRITING_KEYS: Key[] = [
  { keys: ["Ctrl", "Shift", "K"], does: "查找或执行（在正文里）" },
  { keys: ["Ctrl", "S"], does: "保存" },
  { keys: ["Ctrl", "Enter"], does: "发布前检查，发布" },
  { keys: ["/"], does: "正文里插入" },
  { keys: ["Ctrl", "K"], does: "正文里加链接" },
  { keys: ["Ctrl", "F"], does: "正文里查找替换" },
  { keys: ["Alt", "F10"], does: "到格式栏" },
  { keys: ["Ctrl", "Shift", "F"], does: "全屏" },
];

const FRONT_KEYS: Key[] = [
  { keys: ["Ctrl", "Enter"], does: "发布编排；在突发条里：放上" },
  { keys: ["Alt", "↑ ↓"], does: "移动所在的一篇" },
  { keys: ["/"], does: "找稿件" },
];

const DIALOG_KEYS: Key[] = [
  { keys: ["Y"], does: "采用一只证券" },
  { keys: ["N"], does: "不用" },
];

/** The keys of the page under this path, its own first. */
export function keysOf(path: string): KeyGroup[] {
  const everywhere = { name: "各处", keys: EVERYWHERE };
  if (path === "/admin/flash") return [{ name: "快讯台", keys: FLASH_KEYS }, everywhere];
  if (path === "/admin/front") return [{ name: "首页编排", keys: FRONT_KEYS }, everywhere];
  if (/^\/admin\/articles\/[0-9a-f-]{36}$/.test(path))
    return [{ name: "写稿", keys: WRITING_KEYS }, { name: "发布前的证券", keys: DIALOG_KEYS }, everywhere];
  return [everywhere];
}
