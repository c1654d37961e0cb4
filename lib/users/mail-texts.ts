import { longTime } from "@/lib/dates";

/** `site` is what the newsroom belongs to. */
type Link = { url: string; expiresAt: Date; by: string; site: string };

const foot = ({ expiresAt, site }: Link) =>
  `链接只能用一次，${longTime(expiresAt)}（北京时间）前有效。\n不是你要的？不用理会这封信，什么都不会发生。\n\n${site}编辑部\n`;

/** What an invited person reads. */
export const invitationMail = (link: Link) => ({
  subject: `邀请你加入${link.site}编辑部`,
  body: `你好：\n\n${link.by}邀请你加入${link.site}编辑部。请打开下面的链接，填姓名、设密码：\n\n${link.url}\n\n${foot(link)}`,
});

/** What somebody reads who forgot their password. */
export const passwordMail = (link: Link) => ({
  subject: `重设${link.site}编辑部的密码`,
  body: `你好：\n\n${link.by}给你发来重设密码的链接：\n\n${link.url}\n\n${foot(link)}`,
});
