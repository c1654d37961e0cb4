/** Longest description a page announces. */
export const DESCRIPTION_LENGTH = 120;

/** The beginning of a text in at most `max` characters, cut after a sentence or clause where one ends late enough. */
export function excerpt(text: string, max = DESCRIPTION_LENGTH): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= max) return characters.join("");
  const head = characters.slice(0, max - 1);
  const stop = head.findLastIndex((character) => "。！？；，".includes(character));
  return stop >= max / 2
    ? head
        .slice(0, stop + 1)
        .join("")
        .replace(/[，；]$/, "…")
    : `${head.join("")}…`;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** Text of sanitised HTML, for descriptions. */
export const plainText = (html: string) =>
  html
    .replace(/<\/(?:p|h2|h3|li|td|th|figcaption|blockquote)>|<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&([a-z]+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
