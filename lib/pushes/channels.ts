import type { Env } from "@/lib/env";

export const CHANNELS = ["websub", "indexnow", "baidu"] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a channel is named to operators, whom it tells, and which setting turns it on. */
export const CHANNEL_WORDS: Record<
  Channel,
  { name: string; tells: string; setting: keyof Env & string; example: string }
> = {
  websub: {
    name: "WebSub",
    tells: "订阅源有新内容时通知中枢，由它转给订阅者",
    setting: "WEBSUB_HUB",
    example: "https://hub.example.com/",
  },
  indexnow: {
    name: "IndexNow",
    tells: "文章新发、改动或撤下，告诉必应等搜索引擎",
    setting: "INDEXNOW_KEY",
    example: "自己定的 8 到 128 位字母、数字",
  },
  baidu: {
    name: "百度",
    tells: "新发的文章交给百度“普通收录”，每天有配额",
    setting: "BAIDU_PUSH_TOKEN",
    example: "百度搜索资源平台“API 提交”里的 token",
  },
};

/** Whether this installation tells anything there. */
export const isOn = (channel: Channel, settings: Env): boolean =>
  settings[CHANNEL_WORDS[channel].setting] !== undefined;
