import { ShownOnce } from "@/components/ui/shown-once";
import { longTime } from "@/lib/dates";

/** The one moment at which a link's address is known. */
export const MadeLink = ({ url, expiresAt, isMailed }: { url: string; expiresAt: string; isMailed: boolean }) => (
  <ShownOnce label="一次性链接，只显示这一次" value={url} copied="已复制链接">
    {longTime(expiresAt)}（北京时间）前有效，用过一次就作废。
    {isMailed ? "邮件也会发给对方。" : "这里没有配置发邮件，请用别的办法把链接交给对方。"}
  </ShownOnce>
);
