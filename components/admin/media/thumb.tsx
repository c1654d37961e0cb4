"use client";

import { useEffect, useRef } from "react";
import { thumbHashToRGBA } from "thumbhash";

/** A picture over its blurred likeness. The box has its size before either is there. */
export function Thumb({ src, thumbhash, alt = "" }: { src: string; thumbhash: string | null; alt?: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const surface = canvas.current;
    if (!surface || !thumbhash) return;
    const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (byte) => byte.charCodeAt(0)));
    surface.width = w;
    surface.height = h;
    surface.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(rgba), w, h), 0, 0);
  }, [thumbhash]);

  return (
    <span className="thumb">
      {thumbhash && <canvas ref={canvas} aria-hidden />}
      <img src={src} alt={alt} loading="lazy" decoding="async" />
    </span>
  );
}
