import { excerpt, plainText } from "@/lib/excerpt";

const NAME_LENGTH = 30;
/** As much of a body as is looked at for a name; the rest may be megabytes. */
export const NAME_SOURCE_LENGTH = 400;

/** What an unsaved story is called in a list: its title, or how its text begins. */
export const draftName = ({ title, bodyHtml }: { title: string; bodyHtml: string }) =>
  title.trim() ||
  excerpt(plainText(bodyHtml.slice(0, NAME_SOURCE_LENGTH).replace(/<[^>]*$/, "")), NAME_LENGTH) ||
  "还没有标题和正文";
