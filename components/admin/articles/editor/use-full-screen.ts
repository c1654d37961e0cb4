import { useEffect, useState } from "react";

/** Nothing but the text on the screen. Ctrl+Shift+F goes there and back; Escape leaves, unless it had something to close. */
export function useFullScreen() {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "f") {
        event.preventDefault();
        setFull((now) => !now);
      }
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) setFull(false);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return { full, setFull };
}
