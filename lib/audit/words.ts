import { longTime } from "@/lib/dates";

/** What a row of the audit log is about. */
const NOUNS: Record<string, string> = {
  article: "文章",
  media: "图片",
  user: "用户",
  category: "媒体",
  tag: "标签",
  security: "证券",
  redirect: "重定向",
  settings: "网站设置",
  correction: "更正",
  report: "读者报错",
  front: "首页",
  search: "搜索索引",
  token: "接口令牌",
  push: "推送",
};

/** Whole actions whose words do not follow from their parts. */
const ACTIONS: Record<string, string> = {
  "search.reindex": "重建了搜索索引",
  "article.created": "新建了",
  "article.updated": "修改了",
  "article.published": "发布了",
  "article.scheduled": "定时了",
  "article.unscheduled": "取消了定时",
  "article.withdrawn": "撤回了",
  "article.trashed": "把文章移入回收站",
  "article.restored": "从回收站恢复了",
  "article.imported": "导入了",
  "article.reimported": "重新导入了",
  "cluster.split": "把文章从同题里拆出：",
  "cluster.merged": "把文章与别的合为同题：",
  "article.mention-rejected": "不关联证券",
  "preview-link.created": "建了预览外链：",
  "preview-link.revoked": "撤销了预览外链：",
  "media.uploaded": "上传了图片",
  "media.updated": "改了图片说明",
  "media.replaced": "替换了图片文件",
  "media.deleted": "删除了图片",
  "media.storing": "开始存放图片",
  "media.processed": "做好了图片尺寸",
  "media.failed": "处理图片失败",
  "media.retried": "重新处理图片",
  "media.swept": "清理了图片的旧文件",
  "user.created": "建了账户",
  "user.disabled": "停用了账户",
  "user.password-changed": "改了自己的密码",
  "user.password-set": "重设了密码",
  "category.created": "建了媒体",
  "category.updated": "改了媒体",
  "category.merged": "合并了媒体",
  "category.unmerged": "撤销了媒体的合并：",
  "category.split": "拆分了媒体",
  "category.split-undone": "撤销了媒体的拆分：",
  "category.alias-added": "加了媒体的别名：",
  "category.alias-removed": "去掉了媒体的别名：",
  "tag.created": "建了标签",
  "tag.updated": "改了标签",
  "tag.merged": "合并了标签",
  "tag.unmerged": "撤销了标签的合并：",
  "tag.split": "拆分了标签",
  "tag.split-undone": "撤销了标签的拆分：",
  "tag.alias-added": "加了标签的别名：",
  "tag.alias-removed": "去掉了标签的别名：",
  "mention.rejected": "不再关联证券：",
  "mention.restored": "重新允许关联证券：",
  "security.created": "加了证券",
  "security.updated": "改了证券",
  "redirect.created": "加了重定向",
  "missing.ignored": "忽略了找不到的地址",
  "missing.heeded": "重新留意找不到的地址",
  "redirect.updated": "改了重定向",
  "redirect.deleted": "删除了重定向",
  "settings.updated": "改了网站设置",
  "token.created": "建了接口令牌",
  "token.renamed": "改了接口令牌的名称",
  "token.revoked": "撤销了接口令牌",
  "push.retried": "让推送再试一次",
  "front.arranged": "编排了首页",
  "bar.raised": "放上了突发条：",
  "bar.lowered": "撤下了突发条：",
};

/** Verbs of other actions: what comes later reads well without a line of its own here. */
const VERBS: Record<string, string> = {
  created: "新建了",
  added: "添加了",
  updated: "修改了",
  changed: "修改了",
  renamed: "改名了",
  deleted: "删除了",
  removed: "移除了",
  merged: "合并了",
  published: "发布了",
  withdrawn: "撤回了",
  scheduled: "定时了",
  submitted: "提交了",
  approved: "通过了",
  returned: "退回了",
  rejected: "拒绝了",
  restored: "恢复了",
  enabled: "启用了",
  disabled: "停用了",
  resolved: "处理了",
  corrected: "更正了",
  pinned: "置顶了",
  moved: "移动了",
  ordered: "重排了",
};

export const nounOf = (subjectType: string) => NOUNS[subjectType] ?? subjectType;

/** `发布了`; for an action that nobody put into words, verb and noun of its parts. */
export function phraseOf(action: string, subjectType: string): string {
  const known = ACTIONS[action];
  if (known) return known;
  const verb = VERBS[action.split(".").at(-1) ?? ""];
  return verb ? `${verb}${nounOf(subjectType)}` : `做了 ${action}：${nounOf(subjectType)}`;
}

/** Kinds of subjects to choose from. */
export const SUBJECTS = Object.entries(NOUNS);

/** Actions to choose from, in words that stand alone. */
export const ACTION_CHOICES = Object.entries(ACTIONS).map(([action, phrase]) => {
  const words = phrase.replace(/了|：$/g, "");
  return [action, action.startsWith("article.") && !/文章|证券/.test(words) ? `${words}文章` : words] as const;
});

const FIELDS: Record<string, string> = {
  version: "版本",
  from: "原来",
  to: "改为",
  publishAt: "发布时间",
  reason: "原因",
  fields: "改动的栏",
  slug: "网址",
  files: "文件",
  name: "名称",
  title: "标题",
  email: "邮箱",
  role: "角色",
  bytes: "字节",
  sha256: "指纹",
  generation: "第几份文件",
  alt: "替代文字",
  caption: "图注",
  credit: "来源",
  rightsUntil: "版权到",
  articles: "文章",
  into: "并入或移到",
  act: "记录编号",
  alias: "别名",
  pinyin: "拼音",
  indexing: "搜索引擎收录",
  inNews: "新闻搜索收录",
  aiCrawlers: "允许人工智能采集",
  feedText: "订阅源给出",
  granted: "一同得到权限的人",
  link: "链接",
  expiresAt: "有效到",
  symbol: "证券",
  fullName: "全称",
  isAmbiguous: "易混",
  counterpart: "另一上市地",
  names: "别名",
  tagline: "一句话介绍",
  description: "说明",
  contact: "联系方式",
  licence: "版权与声明",
  accentDay: "强调色，白天",
  accentNight: "强调色，夜间",
  logoId: "标志",
  footerLinks: "页脚链接",
  summary: "摘要",
  bodyHtml: "正文",
  kind: "类型",
  level: "级别",
  categoryId: "媒体",
  sourceName: "来源名称",
  originalUrl: "原文地址",
  editorName: "编辑",
  wordCount: "字数",
  message: "说明",
  endsAt: "结束",
  scopes: "权限",
  channel: "推送给",
  count: "条数",
};
export const fieldName = (name: string) => FIELDS[name] ?? name;

const VALUES: Record<string, string> = {
  draft: "草稿",
  in_review: "待审",
  scheduled: "定时",
  published: "已发布",
  withdrawn: "已撤回",
  trashed: "回收站",
  admin: "管理员",
  editor: "编辑",
  author: "作者",
  contributor: "特约作者",
  story: "报道",
  flash: "快讯",
  read: "读取",
  "full-text": "全文",
  index: "收录",
  noindex: "不收录",
  full: "全文",
  summary: "摘要",
  websub: "WebSub",
  indexnow: "IndexNow",
  baidu: "百度",
};

const isChange = (value: object): value is { from: unknown; to: unknown } =>
  "from" in value && "to" in value && Object.keys(value).length === 2;

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const sayEnd = (end: unknown) => (typeof end === "string" ? `（至 ${longTime(end)}）` : "");

/** A value as text; what nobody foresaw as its JSON. */
export function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === "") return "（空）";
  if (typeof value === "string") return ISO.test(value) ? longTime(value) : (VALUES[value] ?? value);
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value))
    return value.length === 0
      ? "（空）"
      : value.map((one) => (typeof one === "string" ? fieldName(one) : sayValue(one))).join("、");
  if (typeof value !== "object") return String(value);
  if (isChange(value)) return `${sayValue(value.from)} → ${sayValue(value.to)}`;
  if ("label" in value && "href" in value) return `${value.label}（${value.href}）`;
  if ("position" in value && "title" in value && "endsAt" in value)
    return `${value.position === 0 ? "头条" : `置顶 ${value.position}`}《${value.title}》${sayEnd(value.endsAt)}`;
  return JSON.stringify(value);
}
