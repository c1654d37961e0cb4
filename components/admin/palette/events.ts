const PALETTE = "finews:palette";
const KEYS = "finews:keys";

/** From wherever a button for it stands. */
export const openPalette = () => window.dispatchEvent(new Event(PALETTE));
export const openKeys = () => window.dispatchEvent(new Event(KEYS));

/** @returns what ends it */
export function onOpen(palette: () => void, keys: () => void) {
  window.addEventListener(PALETTE, palette);
  window.addEventListener(KEYS, keys);
  return () => {
    window.removeEventListener(PALETTE, palette);
    window.removeEventListener(KEYS, keys);
  };
}
