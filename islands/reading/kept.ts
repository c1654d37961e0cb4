import { FOLLOWED_PATH, type Followed, MOST_OUTLETS, MOST_SECURITIES } from "@/lib/follows/format";
import { say } from "./say";
import { store, stored } from "./storage";

/** A page on a list of this browser. */
export type Kept = Followed;

/** Lists by the name they are stored under: what may stand on it, and what is said when something comes or goes. */
const LISTS = {
  later: { path: /^\/articles\//, words: ["已加入稍后读", "已移出稍后读"] },
  my: { path: FOLLOWED_PATH, words: ["已关注", "已取消关注"] },
};
export type ListName = keyof typeof LISTS;

/**
 * A list, newest first; it never leaves this browser. What is broken or foreign in it is left out.
 * @param text of a list that is not stored yet
 */
export function kept(name: ListName, text?: string | null): Kept[] {
  try {
    return JSON.parse((text ?? stored(name))!).filter(
      (one: Kept | null) => LISTS[name].path.test(one?.path ?? "") && one?.title,
    );
  } catch {
    return [];
  }
}

/** Tells every part of the page that a list changed. */
const changed = () => document.dispatchEvent(new Event("kept"));
addEventListener("storage", changed);
// A page that comes back from the browser's memory was told nothing meanwhile.
addEventListener("pageshow", ({ persisted }) => persisted && changed());

/** Stores a list. @returns whether this browser let us */
export function keep(name: ListName, list: Kept[]): boolean {
  const isKept = store(name, JSON.stringify(list));
  if (isKept) changed();
  else say("这个浏览器不让本站存东西，名单没有改动");
  return isKept;
}

/** Whether there is room on the list of what is followed for one more page of this kind. */
export function hasRoom(list: Kept[], path: string): boolean {
  const isOutlet = (of: string) => of.startsWith("/category");
  const alike = list.filter((one) => isOutlet(one.path) === isOutlet(path));
  return alike.length < (isOutlet(path) ? MOST_OUTLETS : MOST_SECURITIES);
}

/** Puts a page on a list, or takes it off. */
export function toggle(name: ListName, { path, title }: Kept) {
  const list = kept(name);
  const others = list.filter((one) => one.path !== path);
  const isNew = others.length === list.length;
  if (isNew && name === "my" && !hasRoom(list, path))
    return say(`自选最多 ${MOST_SECURITIES} 个证券、${MOST_OUTLETS} 家媒体，先取消几个再关注`);
  if (keep(name, isNew ? [{ path, title }, ...others] : others)) say(LISTS[name].words[isNew ? 0 : 1]!);
  // The copy for reading without a network comes and goes with it.
  if (name === "later")
    void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ [isNew ? "save" : "drop"]: path }));
}

/** Asked for by another island. */
document.addEventListener("later", (event) => toggle("later", (event as CustomEvent<Kept>).detail));
