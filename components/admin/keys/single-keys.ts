const KEY = "finews-single-keys";

/** Whether keys that are one sign alone do something; who speaks to their computer turns them off. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean) {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // Then it holds as long as the browser keeps nothing.
  }
}

/** Whether a key is meant for a text. The field of a dialog keeps the focus for a frame after that was closed. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.checkVisibility() &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"));
