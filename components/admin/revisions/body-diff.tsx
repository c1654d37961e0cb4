import { Pieces } from "@/components/ui/pieces";
import type { Block } from "@/lib/revisions/blocks";
import { BLOCK_NAMES } from "@/lib/revisions/blocks";
import type { BlockChange } from "@/lib/revisions/diff";

/** Fewer unchanged blocks than this are shown: folding them away would save nothing. */
const WORTH_FOLDING = 3;

/** The body block by block; what did not change is folded, one block of it left on either side of a change. */
export function BodyDiff({ changes }: { changes: BlockChange[] }) {
  if (changes.every(({ kind }) => kind === "same")) {
    return <p className="rev-none">正文没有改动。</p>;
  }
  return changes.map((change, index) => (
    <Change key={index} change={change} isFirst={index === 0} isLast={index === changes.length - 1} />
  ));
}

function Change({ change, isFirst, isLast }: { change: BlockChange; isFirst: boolean; isLast: boolean }) {
  if (change.kind === "same") return <Unchanged blocks={change.blocks} isFirst={isFirst} isLast={isLast} />;
  if (change.kind === "changed") return <Rewritten change={change} />;
  const { block, kind } = change;
  return (
    <div className={`rev-block rev-${kind}`}>
      <Name block={block} />
      <p>{kind === "del" ? <del>{block.text}</del> : <ins>{block.text}</ins>}</p>
    </div>
  );
}

function Unchanged({ blocks, isFirst, isLast }: { blocks: Block[]; isFirst: boolean; isLast: boolean }) {
  const head = isFirst ? 0 : 1;
  const tail = isLast ? 0 : 1;
  const folded = blocks.slice(head, blocks.length - tail);
  if (folded.length < WORTH_FOLDING) return <Plain blocks={blocks} />;
  return (
    <>
      <Plain blocks={blocks.slice(0, head)} />
      <details className="rev-fold">
        <summary>… {folded.length} 段未改动 …</summary>
        <Plain blocks={folded} />
      </details>
      <Plain blocks={blocks.slice(blocks.length - tail)} />
    </>
  );
}

const Plain = ({ blocks }: { blocks: Block[] }) =>
  blocks.map((block, index) => (
    <div className="rev-block" key={index}>
      <Name block={block} />
      <p>{block.text}</p>
    </div>
  ));

function Rewritten({ change: { before, after, pieces } }: { change: Extract<BlockChange, { kind: "changed" }> }) {
  const targets = {
    gone: before.targets.filter((target) => !after.targets.includes(target)),
    come: after.targets.filter((target) => !before.targets.includes(target)),
  };
  const moved = targets.gone.length + targets.come.length > 0;
  const onlyLook = before.text === after.text && before.kind === after.kind && !moved;
  return (
    <div className="rev-block rev-changed">
      {before.kind === after.kind ? (
        <Name block={after} />
      ) : (
        <p className="rev-kind">
          <del>{BLOCK_NAMES[before.kind]}</del> <ins>{BLOCK_NAMES[after.kind]}</ins>
        </p>
      )}
      <p>
        <Pieces pieces={pieces} />
      </p>
      {moved && (
        <ul className="rev-targets">
          {targets.gone.map((target) => (
            <li key={`-${target}`}>
              链接或图片 <del>{target}</del>
            </li>
          ))}
          {targets.come.map((target) => (
            <li key={`+${target}`}>
              链接或图片 <ins>{target}</ins>
            </li>
          ))}
        </ul>
      )}
      {onlyLook && <p className="rev-kind">文字相同，只改了格式。</p>}
    </div>
  );
}

/** What a block is, unless it is a plain paragraph. */
const Name = ({ block: { kind } }: { block: Block }) =>
  kind === "paragraph" ? null : <p className="rev-kind">{BLOCK_NAMES[kind]}</p>;
