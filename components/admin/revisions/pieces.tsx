import type { Piece } from "@/lib/revisions/word-diff";

/** Runs of text with marks that do not need colour: struck out, underlined, and said aloud. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  let at = 0;
  return pieces.map(({ kind, text }) => {
    const key = `${kind}${at}`;
    at += text.length;
    if (kind === "same") return <span key={key}>{text}</span>;
    return kind === "del" ? <Deleted key={key} text={text} /> : <Inserted key={key} text={text} />;
  });
}

export const Deleted = ({ text }: { text: string }) => (
  <del>
    <span className="sr">［删去：</span>
    {text}
    <span className="sr">］</span>
  </del>
);

export const Inserted = ({ text }: { text: string }) => (
  <ins>
    <span className="sr">［新增：</span>
    {text}
    <span className="sr">］</span>
  </ins>
);
