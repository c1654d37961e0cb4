"use client";

import { Link2 } from "lucide-react";
import { useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { createPreviewLink, revokePreviewLink } from "@/lib/previews/actions";
import { LINK_DAYS } from "@/lib/previews/validation";
import { LinkList, type SharedLink } from "./link-list";

/** Secret links for outsiders: make one, copy it, end it. */
export function ShareLinks({ articleId, links }: { articleId: string; links: SharedLink[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const days = useRef<HTMLSelectElement>(null);
  const [made, setMade] = useState<{ url: string; link: string } | null>(null);
  const [pending, start] = useTransition();
  // One that was revoked, here or elsewhere, is not offered any longer.
  const fresh = made && links.some(({ link }) => link === made.link) ? made : null;

  const create = () =>
    start(async () => {
      const result = await createPreviewLink({ id: articleId, days: Number(days.current?.value) });
      if (result.ok) setMade(result.data);
      else toast.error(result.message);
    });
  const revoke = (link: string) =>
    start(async () => {
      const result = await revokePreviewLink({ id: articleId, link });
      if (result.ok) toast.success("外链已撤销");
      else toast.error(result.message);
    });

  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>
        <Link2 className="icon" aria-hidden />
        外链
      </Button>
      <dialog ref={dialog} className="ask pv-share" aria-labelledby="share-title">
        <h2 id="share-title">给外人看的链接</h2>
        <p className="hint">打开链接不用登录，总是看到最新保存的一版。到期或撤销后就打不开了。</p>
        <div className="pv-make">
          <label htmlFor="share-days">有效期</label>
          <select id="share-days" ref={days}>
            {LINK_DAYS.map((count) => (
              <option key={count} value={count}>
                {count} 天
              </option>
            ))}
          </select>
          <Button look="main" pending={pending} onClick={create}>
            生成外链
          </Button>
        </div>
        {fresh && <FreshLink url={fresh.url} />}
        <LinkList links={links} pending={pending} onRevoke={revoke} />
        <div className="acts">
          <Button onClick={() => dialog.current?.close()}>关闭</Button>
        </div>
      </dialog>
    </>
  );
}

/** The one moment at which the address is known. */
function FreshLink({ url }: { url: string }) {
  const field = useRef<HTMLInputElement>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      toast.success("已复制外链");
    } catch {
      // Without a secure connection a browser lends no clipboard: the address stands selected.
      field.current?.select();
      toast.message("请按 Ctrl+C（苹果电脑按 ⌘C）复制");
    }
  }
  return (
    <div className="pv-fresh" role="status">
      <label htmlFor="share-url">新的外链，只显示这一次</label>
      <div>
        <input id="share-url" ref={field} readOnly value={url} onFocus={(event) => event.target.select()} />
        <Button onClick={copy}>复制</Button>
      </div>
    </div>
  );
}
