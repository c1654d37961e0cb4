import { Fragment } from "react";

type Piece = { kind: "same" | "del" | "ins"; text: string };

/** Runs of text with marks that do not need colour: struck out or underlined, and said aloud (by the style sheet). */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  let at = 0;
  return pieces.map(({ kind, text }) => {
    const key = `${kind}${at}`;
    at += text.length;
    if (kind === "same") return <Fragment key={key}>{text}</Fragment>;
    return kind === "del" ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
  });
}
