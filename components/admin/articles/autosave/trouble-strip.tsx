import { SignInAgain } from "@/components/admin/articles/sign-in-again";
import { Button } from "@/components/ui/button";
import { clockToTheSecond } from "@/lib/dates";
import type { KeeperState } from "./keeper";

/** What keeps the draft from being saved, for as long as it does, and what the writer can do. */
export function TroubleStrip({ state, onInsist }: { state: KeeperState; onInsist: () => void }) {
  const { fault, localFault, elsewhere, local } = state;
  const where = local ? `文字已存本机 ${clockToTheSecond(local.at)}。` : "";
  if (elsewhere !== null)
    return (
      <div className="strip" role="status">
        <p>你在别的设备上也写过这篇，那里有更新的草稿，这里的改动没有存到服务器。{where}</p>
        <Button onClick={onInsist}>以这里的为准</Button>
      </div>
    );
  if (fault?.kind === "refused")
    return (
      <div className="strip bad" role="status">
        <p>
          草稿没有存到服务器：{fault.message}。{where}正在重试。
        </p>
        {fault.code === "unauthenticated" && <SignInAgain />}
      </div>
    );
  if (localFault)
    return (
      <div className={fault ? "strip bad" : "strip"} role="status">
        <p>
          {fault
            ? "本机存不下草稿，服务器也连不上：最后的改动还没存到任何地方，请不要关掉这一页。"
            : "本机存不下草稿，现在只存在服务器上：断网时请不要关掉这一页。"}
        </p>
      </div>
    );
  return null;
}
