export type Saved = { path: string; title: string };

const KEY = "later";

/** What is to be read later, newest first; it never leaves this browser. */
export function saved(): Saved[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}

/** Puts an article on the list, or takes it off. */
export function toggle({ path, title }: Saved) {
  const others = saved().filter((one) => one.path !== path);
  const isNew = others.length === saved().length;
  const say = (detail: string) => document.dispatchEvent(new CustomEvent("say", { detail }));
  try {
    localStorage.setItem(KEY, JSON.stringify(isNew ? [{ path, title }, ...others] : others));
    say(isNew ? "已加入稍后读" : "已移出稍后读");
  } catch {
    say("这个浏览器不让本站存东西，没有加入稍后读");
  }
  // The copy for reading without a network comes and goes with it.
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ [isNew ? "save" : "drop"]: path }));
  document.dispatchEvent(new Event("later-changed"));
}

/** Asked for by another island. */
document.addEventListener("later", (event) => toggle((event as CustomEvent<Saved>).detail));
