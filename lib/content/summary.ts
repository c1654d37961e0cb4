export const DESCRIPTION_LENGTH = 120;

/** One line of at most `max` characters, cut behind a sentence where one ends late enough, else with an ellipsis. */
export function shorten(text: string, max = DESCRIPTION_LENGTH): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= max) return characters.join("");
  const head = characters.slice(0, max);
  const end = Math.max(...["。", "！", "？"].map((mark) => head.lastIndexOf(mark)));
  return end >= max / 2
    ? head.slice(0, end + 1).join("")
    : `${head
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}
