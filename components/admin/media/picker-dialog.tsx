"use client";

import { Search, X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { FilePick } from "@/components/admin/media/file-pick";
import type { StoredPicture } from "@/components/admin/media/send-file";
import { Thumb } from "@/components/admin/media/thumb";
import { UploadList } from "@/components/admin/media/upload-list";
import { useDroppedFiles } from "@/components/admin/media/use-dropped-files";
import { useLibraryPages } from "@/components/admin/media/use-library-pages";
import { usePastedFiles } from "@/components/admin/media/use-pasted-files";
import { useUploads } from "@/components/admin/media/use-uploads";
import { Button } from "@/components/ui/button";

type Props = { onPick: (picture: StoredPicture) => void; onClose: () => void };

/** The library in a dialog. A picture that is uploaded here is picked by clicking it, like the others. */
export function PickerDialog({ onPick, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const pages = useLibraryPages(true);
  const uploads = useUploads(() => pages.again());
  const isOver = useDroppedFiles(uploads.add);
  usePastedFiles(uploads.add);
  useEffect(() => dialog.current?.showModal(), []);

  function pick({ id, src, alt, width, height, caption, credit }: StoredPicture) {
    dialog.current?.close();
    onPick({ id, src, alt, width, height, caption, credit });
  }

  return (
    // What happens in here is not for the form around it: neither its changes nor its keys.
    <dialog
      ref={dialog}
      className="media-ask media-pick"
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onInput={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id={titleId}>从图库选图</h2>
        <label className="field-in">
          <Search className="icon" aria-hidden />
          <span className="sr">名称、替代文字或图注中的词</span>
          <input
            type="search"
            placeholder="名称、替代文字、图注"
            maxLength={100}
            onInput={({ currentTarget }) => pages.search(currentTarget.value)}
          />
        </label>
        <FilePick label="上传图片" multiple onFiles={uploads.add} />
        <button type="button" className="ib" aria-label="关闭" onClick={() => dialog.current?.close()}>
          <X className="icon" aria-hidden />
        </button>
      </header>
      <div>
        {isOver && <p className="note over">松开，图片就传到图库</p>}
        <UploadList items={uploads.items} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
        <ul className="tiles" aria-label="图片，从新到旧">
          {pages.items.map((tile) => (
            <li key={tile.id}>
              <button type="button" onClick={() => pick(tile)}>
                <Thumb src={tile.thumbnail} thumbhash={tile.thumbhash} />
                <span className="tile-name">{tile.alt || tile.name}</span>
              </button>
              {tile.isExpired && <span className="st st-gone">版权到期</span>}
            </li>
          ))}
        </ul>
        {pages.state === "ready" && pages.items.length === 0 && <p className="none">没有这样的图片，可以上传一张。</p>}
        {pages.state === "failed" && (
          <p className="none" role="alert">
            图库打不开。<Button onClick={pages.again}>再试一次</Button>
          </p>
        )}
        {pages.after && (
          <Button pending={pages.state === "loading"} onClick={pages.more}>
            更早的图片
          </Button>
        )}
      </div>
    </dialog>
  );
}
