"use client";

import { MediaPicker } from "@/components/admin/media/media-picker";
import { Button } from "@/components/ui/button";
import type { Logo } from "@/lib/settings/defaults";

/** Chooses a logo from the library, in the size that is shown, or none. */
export const LogoPicker = ({ logo, onChange }: { logo: Logo | null; onChange: (logo: Logo | null) => void }) => (
  <>
    <MediaPicker
      onPick={({ id, src, width, height }) =>
        onChange({ id, src: src.replace("/1600.webp", "/480.webp"), width, height })
      }
    />
    {logo && <Button onClick={() => onChange(null)}>不用标志</Button>}
  </>
);
