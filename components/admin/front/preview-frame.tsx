"use client";

import { Monitor, Smartphone } from "lucide-react";
import { useEffect, useState } from "react";

const WIDTHS = [
  { key: "desktop", label: "桌面", Icon: Monitor },
  { key: "phone", label: "手机", Icon: Smartphone },
] as const;
const PAUSE_MS = 300;

/** The home page as it would be, drawn by the server in a frame. `state`: changes when it must be drawn anew. */
export function PreviewFrame({ path, state }: { path: string; state: string }) {
  const [width, setWidth] = useState<"desktop" | "phone">("desktop");
  const [shown, setShown] = useState({ path, state });
  // On a phone, what a phone will show.
  useEffect(() => {
    if (window.matchMedia("(max-width: 39.99rem)").matches) setWidth("phone");
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setShown({ path, state }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [path, state]);
  return (
    <section className="front-preview" aria-labelledby="preview-title">
      <div className="front-preview-head">
        <h2 id="preview-title">预览</h2>
        <fieldset>
          <legend className="sr">屏幕宽度</legend>
          {WIDTHS.map(({ key, label, Icon }) => (
            <label key={key}>
              <input type="radio" name="width" checked={width === key} onChange={() => setWidth(key)} />
              <Icon className="icon" aria-hidden />
              {label}
            </label>
          ))}
        </fieldset>
      </div>
      <div className="front-stage">
        <iframe
          key={`${shown.path} ${shown.state}`}
          className={`pv-frame pv-${width}`}
          src={shown.path}
          title="首页预览"
          loading="lazy"
        />
      </div>
    </section>
  );
}
