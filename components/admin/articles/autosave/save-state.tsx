import { clockToTheSecond } from "@/lib/dates";
import type { KeeperState } from "./keeper";

type Props = {
  keeper: KeeperState;
  saved: { status: string } | null;
  savedAt: string | null;
  pending: boolean;
  isConflict: boolean;
};

type Said = { look?: "open" | "local" | "bad"; text: string };

/** Where the text is: in a version, in the draft on the server, in this browser, or nowhere yet. */
function say({ keeper, saved, savedAt, pending, isConflict }: Props): Said {
  const { seq, savedSeq, local, server, fault, elsewhere } = keeper;
  if (pending) return { look: "open", text: "请稍候…" };
  if (seq === savedSeq && !fault)
    return saved && savedAt ? { text: `已保存 ${clockToTheSecond(savedAt)}` } : { look: "open", text: "新稿" };
  const isHere = local?.seq === seq;
  const here = isHere ? `已存本机 ${clockToTheSecond(local.at)}` : local ? "正在存到本机…" : "还没存到本机";
  if (elsewhere !== null) return { look: "bad", text: `没有存到服务器，${here}` };
  if (fault?.kind === "offline") {
    const tail = seq === savedSeq ? "没有未保存的改动" : here;
    return { look: isHere ? "local" : "bad", text: `${fault.message}，${tail}` };
  }
  if (fault) return { look: "bad", text: `保存失败：${fault.message}，正在重试` };
  if (isConflict) return { look: "open", text: "有未保存的改动" };
  if (server?.seq === seq) return { text: `已保存 ${clockToTheSecond(server.at)}` };
  return { look: "open", text: "正在保存…" };
}

/** Which version this is, and what the draft still lacks to be one. */
function sayVersion({ keeper, saved, pending, isConflict }: Props): string {
  if (pending) return "";
  const isDirty = keeper.seq !== keeper.savedSeq;
  if (!saved) return isDirty ? "草稿只有你看得到" : "";
  if (!isDirty) return `第 ${keeper.baseVersion} 版`;
  if (isConflict) return `你的改动基于第 ${keeper.baseVersion} 版`;
  return saved.status === "published" ? "读者还看不到，待更新" : `第 ${keeper.baseVersion} 版之后的改动`;
}

export function SaveState(props: Props) {
  const { look, text } = say(props);
  // A draft is saved every other second: that is not read aloud, trouble and a finished save are.
  const isNews = look === "bad" || look === "local" || props.keeper.seq === props.keeper.savedSeq;
  return (
    <p className="save" role="status" aria-live={isNews ? "polite" : "off"}>
      <b className={look}>{text}</b>
      <span>{sayVersion(props)}</span>
    </p>
  );
}
