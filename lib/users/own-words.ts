import "server-only";
import { pinyin } from "pinyin-pro";
import { env } from "@/lib/env";

const SITE = ["finews", "金融消息", "jinrongxiaoxi", "jinrong", "xiaoxi", "caijing"];

/** Words that a person's password must not be made of: name, its pinyin, the address and what the site is called. */
export function ownWords({ name, email }: { name: string; email: string }): string[] {
  const syllables = pinyin(name, { toneType: "none", type: "array" }).map((part) => part.replace(/[^a-z]/gi, ""));
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const host = new URL(env().siteUrl).hostname;
  const words = [
    ...[name, syllables.join(""), syllables.slice(1).join("")],
    ...[local, ...local.split(/[^a-z0-9]+/), ...domain.split(".").slice(0, -1), ...host.split(".").slice(0, -1)],
    ...SITE,
  ];
  return [...new Set(words.map((word) => word.toLowerCase()).filter((word) => word.length >= 2))];
}
