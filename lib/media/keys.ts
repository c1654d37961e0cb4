import { SLOTS } from "@/lib/media/addresses";

/** Keys of a picture's files in the storage. A replaced file's lie apart, so old and new never mix. */
type Kept = { id: string; generation: number };

export const originalKey = ({ id, generation }: Kept) => `media/${id}/${generation}/original`;
export const variantKey = (kept: Kept, { slot, format }: { slot: number; format: string }) =>
  `media/${kept.id}/${kept.generation}/${slot}.${format}`;

export const keysOf = (kept: Kept & { variants: { slot: number; format: string }[] }): string[] => [
  originalKey(kept),
  ...kept.variants.map((variant) => variantKey(kept, variant)),
];

/** Every key that a generation's files can have. */
export const everyKey = (kept: Kept): string[] => [
  originalKey(kept),
  ...SLOTS.flatMap((slot) => (["webp", "avif"] as const).map((format) => variantKey(kept, { slot, format }))),
];
