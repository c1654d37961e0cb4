/** What a pasted link takes along from the sentence around it. */
const ENDING = /[\s.,;:!?)\]}>'"。，、；：！？）】》」』”’…·～—]+$/u;
/** Zero-width and other marks that copying leaves behind. */
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]/g;
/** Where an address ends that text was glued to: no slug of ours holds such a sign. */
const BEHIND = /^([\p{L}\p{N}._~-]+)[^\p{L}\p{N}._~-].*$/u;
const MOST_DECODED = 2;
const LONGEST = 1000;

/** An address that was encoded twice, or three times, by programs on its way. */
function decoded(path: string): string {
  let text = path;
  for (let n = 0; n < MOST_DECODED && /%[0-9a-f]{2}/i.test(text); n++) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}

function tidy(path: string): string {
  const parts = path.replace(INVISIBLE, "").replaceAll("\\", "/").split("/");
  return `/${parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join("/")}`;
}

const withoutEnding = (path: string) => tidy(path.replace(ENDING, ""));

/** Without what other programs, and the site's own past, put behind an address: `.html`, `/index.html`, `/amp`. */
function bare(path: string): string {
  const shorter = tidy(
    path
      .replace(/^\/amp(?=\/)/i, "")
      .replace(/\/(?:index|default)\.s?html?$/i, "")
      .replace(/(?<=.)\/amp$/i, "")
      .replace(/(?<=[^/])\.(?:s?html?|amp)$/i, ""),
  );
  return shorter === path ? path : bare(shorter);
}

const cut = (path: string) => path.replace(/[^/]+$/, (last) => last.replace(BEHIND, "$1"));

/**
 * Under which spellings something may stand that is missing under this one, the nearest first: the path itself, and what
 * is left of it without what copying, mail programs and other sites did to it. Case is not among it: who looks them up
 * looks in any. Decoded paths.
 */
export function spellingsOf(path: string): string[] {
  if (path.length > LONGEST) return [path];
  const whole = tidy(decoded(path).normalize("NFC"));
  const narrow = tidy(whole.normalize("NFKC"));
  const ended = withoutEnding(narrow);
  const spellings = [
    whole,
    withoutEnding(whole),
    narrow,
    ended,
    bare(whole),
    bare(ended),
    bare(withoutEnding(bare(ended))),
  ];
  const spaced = spellings.map((spelling) => tidy(spelling.replaceAll("+", " ")));
  return [...new Set([path, ...spellings, ...spaced, cut(bare(ended)), bare(cut(ended))])];
}
