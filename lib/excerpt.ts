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

/** Below so many characters a description says too little. */
const SHORTEST_DESCRIPTION = 20;

/** A page's description: the first of these texts, and of the others as many as it takes to say enough. */
export function descriptionOf(...texts: string[]): string {
  let said = "";
  for (const text of texts.map((one) => one.trim())) {
    if ([...said].length >= SHORTEST_DESCRIPTION) break;
    if (text) said += said === "" || /[。！？…]$/.test(said) ? text : `。${text}`;
  }
  return excerpt(said);
}

const OPENS = "“‘「『《〈（【(";
const CLOSES = "”’」』》〉）】)";
const STOPS = "。！？!?";

/** The complete sentences of a text. One that a quotation or bracket keeps open goes on; an unfinished end is left out. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  const characters = [...text.replace(/\s+/g, " ").trim()];
  let open = 0;
  let from = 0;
  for (const [at, character] of characters.entries()) {
    if (OPENS.includes(character)) open += 1;
    if (CLOSES.includes(character)) open = Math.max(0, open - 1);
    const next = characters[at + 1];
    const ended =
      STOPS.includes(character) || (CLOSES.includes(character) && STOPS.includes(characters[at - 1] ?? " "));
    if (open > 0 || !ended || (next && (STOPS + CLOSES).includes(next))) continue;
    found.push(
      characters
        .slice(from, at + 1)
        .join("")
        .trim(),
    );
    from = at + 1;
  }
  return found;
}

/** As many complete sentences from the beginning as fit into `max` characters; empty when the first does not. */
export function wholeSentences(text: string, max: number): string {
  let shown = "";
  for (const sentence of sentences(text)) {
    if ([...shown].length + [...sentence].length > max) break;
    shown += sentence;
  }
  return shown;
}

/** The complete sentences that open a story: of its first paragraph that has any; headings and figures say less. */
export function opening(html: string, max: number): string {
  for (const [, paragraph = ""] of html.matchAll(/<p>([\s\S]*?)(?:<\/p>|$)/g)) {
    const shown = wholeSentences(plainText(paragraph.replace(/<[^>]*$/, "")), max);
    if (shown) return shown;
    if (sentences(plainText(paragraph)).length > 0) return "";
  }
  return "";
}

/** A summary without the outlet's name in brackets at its end, where that name stands beside it anyway. */
export function withoutAttribution(text: string, names: string[]): string {
  const tail = /\s*[（(]\s*(?:(?:文章)?来源[：:]\s*)?([^（）()]{2,40}?)\s*[）)]\s*$/.exec(text);
  return tail && names.includes(tail[1]!) ? text.slice(0, tail.index) : text;
}

const pairs = (text: string) => {
  const letters = [...text.replace(/[\p{P}\s]/gu, "")];
  return new Set(letters.slice(1).map((letter, index) => letters[index]! + letter));
};

/** Whether a sentence mostly says what the title says: half of the title's pairs of characters occur in it. */
export function restates(title: string, sentence: string): boolean {
  const ofTitle = pairs(title);
  const ofSentence = pairs(sentence);
  const shared = [...ofTitle].filter((pair) => ofSentence.has(pair)).length;
  return shared * 2 >= Math.min(ofTitle.size, ofSentence.size);
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** Text of sanitised HTML, for descriptions. */
export const plainText = (html: string) =>
  html
    .replace(/<\/(?:p|h2|h3|li|td|th|figcaption|blockquote)>|<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&([a-z]+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
