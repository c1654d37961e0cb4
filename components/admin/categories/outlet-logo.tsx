"use client";

import { MediaPicker } from "@/components/admin/media/media-picker";
import { Button } from "@/components/ui/button";

type Logo = { id: string; src: string; width: number; height: number };
type Props = { logo: Logo | null; fault: string | undefined; onChange: (logo: Logo | null) => void };

/** The picture at the head of the outlet's page. */
export function OutletLogo({ logo, fault, onChange }: Props) {
  return (
    <div className="field">
      <p className="tax-label">
        标志<span>媒体页标题上方，高 48 像素</span>
      </p>
      {logo && (
        <span className="tax-logo">
          <img src={logo.src} alt="现在的标志" width={logo.width} height={logo.height} />
        </span>
      )}
      <p className="tax-acts">
        <MediaPicker
          onPick={({ id, src, width, height }) =>
            onChange({ id, src: src.replace("/1600.webp", "/480.webp"), width, height })
          }
        />
        {logo && <Button onClick={() => onChange(null)}>不用标志</Button>}
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
