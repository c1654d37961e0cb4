import { Button } from "@/components/ui/button";
import { LevelMark } from "./level-mark";

type Wording = { title: string; text: string; level: number };
export type Theirs = Wording & { by: string; version: number };

type Props = { theirs: Theirs; mine: Wording; pending: boolean; onMine: () => void; onTheirs: () => void };

const Said = ({ title, text, level }: Wording) => (
  <dd>
    <LevelMark level={level} />
    <b>{title}</b>
    {text && <span>　{text}</span>}
  </dd>
);

/** Somebody changed the flash meanwhile: both wordings, and which of them shall stand. */
export function ConflictStrip({ theirs, mine, pending, onMine, onTheirs }: Props) {
  return (
    <div className="clash" role="alert">
      <p>
        {theirs.by} 已经改过这条（第 {theirs.version} 版），你的改动没有保存。
      </p>
      <dl>
        <dt>{theirs.by} 的，现在的版本</dt>
        <Said {...theirs} />
        <dt>你的</dt>
        <Said {...mine} />
      </dl>
      <p className="edit-act">
        <Button look="main" pending={pending} onClick={onMine}>
          用我的
        </Button>
        <Button onClick={onTheirs}>留下 {theirs.by} 的</Button>
      </p>
    </div>
  );
}
