import type { Piece } from "@/lib/search/marks";

/** A text with what was found marked. */
export const Pieces = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map(({ text, isHit }, at) => (isHit ? <mark key={at}>{text}</mark> : text));
