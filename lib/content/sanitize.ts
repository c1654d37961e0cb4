import { treeToHtml } from "./flow";
import { parseHtml } from "./tree";

/**
 * Turns any HTML into the grammar of an article's body (see grammar.ts). The text that a reader sees stays the same.
 * Run on every write and never on reading; running it twice changes nothing.
 */
export const sanitizeArticleHtml = (html: string): string => treeToHtml(parseHtml(html));
