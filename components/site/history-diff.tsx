import { Pieces } from "@/components/ui/pieces";
import { BLOCK_NAMES, type Block } from "@/lib/revisions/blocks";
import type { BlockChange, TextDiff } from "@/lib/revisions/diff";

const isChanged = (pieces: TextDiff["title"]) => pieces.some(({ kind }) => kind !== "same");

/** What one change took out and brought in; paragraphs that stayed are left out. */
export function TextChange({ diff: { title, summary, body } }: { diff: TextDiff }) {
  const parts = [
    isChanged(title) && (
      <Part key="title" name="标题">
        <Pieces pieces={title} />
      </Part>
    ),
    isChanged(summary) && (
      <Part key="summary" name="摘要">
        <Pieces pieces={summary} />
      </Part>
    ),
    ...body.map((change, index) => <Change key={index} change={change} />),
  ];
  return (
    <div className="hist-text">
      {!isChanged(title) && !isChanged(summary) && body.every(({ kind }) => kind === "same") && (
        <p className="hist-kind">文字没有改动。</p>
      )}
      {parts}
    </div>
  );
}

function Change({ change }: { change: BlockChange }) {
  if (change.kind === "same") return null;
  if (change.kind !== "changed") {
    const text = change.block.text;
    return <Part name={nameOf(change.block)}>{change.kind === "del" ? <del>{text}</del> : <ins>{text}</ins>}</Part>;
  }
  const { before, after, pieces } = change;
  if (isChanged(pieces))
    return (
      <Part name={nameOf(after)}>
        <Pieces pieces={pieces} />
      </Part>
    );
  const isMoved = before.targets.join("\n") !== after.targets.join("\n");
  return <Part name={isMoved ? "换了链接或图片，文字相同" : "改了格式，文字相同"}>{after.text}</Part>;
}

const nameOf = ({ kind }: Block) => (kind === "paragraph" ? "" : BLOCK_NAMES[kind]);

function Part({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="hist-part">
      {name && <p className="hist-kind">{name}</p>}
      <p>{children}</p>
    </div>
  );
}
