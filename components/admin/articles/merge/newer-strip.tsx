import { Button } from "@/components/ui/button";

type Props = { base: number; newest: number; isDirty: boolean; onMerge: () => void };

/** Somebody saved a version while this one was open: known before one's own save is refused. */
export function NewerStrip({ base, newest, isDirty, onMerge }: Props) {
  if (newest <= base) return null;
  return (
    <div className="strip" role="status">
      <p>
        {isDirty
          ? `这篇已有第 ${newest} 版，你的改动基于第 ${base} 版，合并后才能保存。`
          : `这篇已有第 ${newest} 版，这里还是第 ${base} 版。`}
      </p>
      {isDirty ? (
        <Button onClick={onMerge}>对照合并</Button>
      ) : (
        <Button onClick={() => window.location.reload()}>看第 {newest} 版</Button>
      )}
    </div>
  );
}
