import type { Who } from "./cast";
import type { Things } from "./things";

/** Who is let through: everyone signed in, and what is one's own or the desk's in the category at hand. */
export const EVERYONE: readonly Who[] = ["contributor", "author", "outside", "editor", "admin"];
export const ANYBODY: readonly Who[] = ["stranger", "dismissed", ...EVERYONE];
export const OWN: readonly Who[] = ["contributor", "author", "editor", "admin"];
export const READ: readonly Who[] = ["outside", "editor", "admin"];
export const DESK: readonly Who[] = ["editor", "admin"];
export const ADMIN: readonly Who[] = ["admin"];
export const NOBODY: readonly Who[] = [];

export type Row = {
  /** What is asked for: `their own`. */
  about: string;
  may: readonly Who[];
  /** What is asked; made anew for each who asks. */
  input: (made: Things) => unknown;
  /** The answer for who may, where that is another than `ok`. */
  passes?: string;
  /** The answer for who is signed in and may not, where that is another than `forbidden`. */
  refusal?: Partial<Record<Who, string>>;
  /** What is done after the answer: what came of it, in an answer's words. Asked where the answer was `ok`. */
  cameOf?: (made: Things, input: unknown) => Promise<string>;
  /** A token decides, not who one is: strangers get the same refusal as everybody. */
  isOpen?: true;
};

/** Whoever is signed in, and not let through, hears this. */
export const allHear = (answer: string) => Object.fromEntries(EVERYONE.map((who) => [who, answer]));

/** Whoever may not see a thing is not told that it is there. */
export const HIDDEN = { contributor: "not_found", author: "not_found" };

type More = Pick<Row, "passes" | "refusal" | "isOpen" | "cameOf">;
export const only = (may: Row["may"], about: string, input: Row["input"], more: More = {}): Row[] => [
  { about, may, input, ...more },
];

/** A row about a thing of one's own, and one about the same thing of somebody else's. */
export const bothOf = (
  own: Row["may"],
  others: Row["may"],
  input: (made: Things, owner: string) => unknown,
  { both, others: more }: { both?: More; others?: More } = {},
): Row[] => [
  ...only(own, "their own", (made) => input(made, made.me), both),
  ...only(others, "another's", (made) => input(made, made.other), { ...both, ...more }),
];

/** What is expected for somebody. */
export function answerFor(who: Who, { may, passes = "ok", refusal = {}, isOpen }: Row): string {
  if (may.includes(who)) return passes;
  const isUnknown = who === "stranger" || who === "dismissed";
  return isUnknown && !isOpen ? "unauthenticated" : (refusal[who] ?? "forbidden");
}
