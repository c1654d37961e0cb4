"use client";

import { useState } from "react";
import { PickerDialog } from "@/components/admin/media/picker-dialog";
import type { StoredPicture } from "@/components/admin/media/send-file";
import { Button } from "@/components/ui/button";

/**
 * A button that opens the library. `onPick` gets the picture as a body stores it: address, alt, and the width and
 * height that keep its place; caption and credit for the line below it (`figureCaption` joins them).
 */
export function MediaPicker({ onPick }: { onPick: (picture: StoredPicture) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>从图库选</Button>
      {isOpen && <PickerDialog onPick={onPick} onClose={() => setIsOpen(false)} />}
    </>
  );
}
