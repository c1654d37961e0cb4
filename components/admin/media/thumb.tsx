"use client";

import { useEffect, useRef, useState } from "react";
import { thumbHashToRGBA } from "thumbhash";

/** A picture over its blurred likeness. The box has its size before either is there. */
export function Thumb({ src, thumbhash }: { src: string; thumbhash: string | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [isLoaded, setIsLoaded] = useState(false);

  // It may have come before this script did.
  useEffect(() => setIsLoaded((image.current?.complete && image.current.naturalWidth > 0) ?? false), []);

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
      {thumbhash && !isLoaded && <canvas ref={canvas} aria-hidden />}
      <img ref={image} src={src} alt="" loading="lazy" decoding="async" onLoad={() => setIsLoaded(true)} />
    </span>
  );
}
