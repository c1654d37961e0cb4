/** How an outlet's name sounds: its pinyin, the address made of it, who sounds the same, and why it may not be used. */
export type Sound = { pinyin: string; slug: string; same: string[]; fault: string | null };
