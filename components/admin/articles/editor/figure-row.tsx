"use client";

import type { Editor } from "@tiptap/core";
import { useRef, useState } from "react";
import { MediaPicker } from "@/components/admin/media/media-picker";
import type { StoredPicture } from "@/components/admin/media/send-file";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { readFigure, writeFigure } from "./figure-text";
import { useOpenedAt } from "./use-opened-at";
import { useRow } from "./use-row";

/** What the sanitiser keeps: an address of this site. */
const isOwn = (src: string) => /^\/(?![/\\])\S*$/.test(src);

/** A picture of our own, what it shows and what stands below it. */
export function FigureRow({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [present] = useState(() => readFigure(editor));
  const [fault, setFault] = useState("");
  const [shown, setShown] = useState(present?.src ?? "");
  const input = (name: string) => box.current?.querySelector<HTMLInputElement>(`#f-${name}`);
  const picked = useRef<StoredPicture | null>(null);
  const goBack = useOpenedAt(editor);
  const { close, onKeyDown } = useRow(editor, box, apply, onClose);

  function pick(picture: StoredPicture) {
    picked.current = picture;
    const { src, alt, caption, credit } = picture;
    const texts = { figureSrc: src, figureAlt: alt, figureCaption: caption, figureCredit: credit };
    for (const [name, text] of Object.entries(texts)) {
      const control = input(name);
      if (control) control.value = text;
    }
    setShown(src);
    setFault("");
    input("figureAlt")?.focus();
  }

  /** A picture keeps the size that is known of it; one that was typed in has none. */
  function sizeOf(src: string) {
    if (picked.current?.src === src) return { width: picked.current.width, height: picked.current.height };
    return src === present?.src ? {} : { width: null, height: null };
  }

  function apply() {
    const text = (name: string) => input(name)?.value.trim() ?? "";
    const src = text("figureSrc");
    // Pictures of other hosts would be dropped; better to say so here.
    if (!isOwn(src)) {
      setFault("只能用本站的图片，地址以 / 开头");
      return input("figureSrc")?.focus();
    }
    const texts = { alt: text("figureAlt"), caption: text("figureCaption"), credit: text("figureCredit") };
    // These are words about that picture, also when another was clicked meanwhile.
    if (present) goBack();
    writeFigure(editor, { src, ...texts, ...sizeOf(src) });
    onClose();
  }

  return (
    // Its fields are no fields of the article: what is typed here changes nothing until it is put in.
    <fieldset ref={box} className="figrow" onKeyDown={onKeyDown} onInput={(event) => event.stopPropagation()}>
      <legend className="sr">图片</legend>
      <div className="figrow-pick">
        <div>
          <span className="thumb">{isOwn(shown) ? <img src={shown} alt="" /> : <small>还没有选</small>}</span>
          <MediaPicker onPick={pick} />
        </div>
        <div>
          <Field name="figureSrc" label="图片地址" note="本站的，以 / 开头" fault={fault}>
            {(control) => (
              <input
                {...control}
                className="mono"
                defaultValue={present?.src}
                autoComplete="off"
                onBlur={({ target }) => setShown(target.value.trim())}
              />
            )}
          </Field>
          <Field name="figureAlt" label="替代文字" note="图上有什么，给看不见图的人">
            {(control) => <input {...control} defaultValue={present?.alt} autoComplete="off" />}
          </Field>
        </div>
      </div>
      <div className="two">
        <Field name="figureCaption" label="图注" note="说明">
          {(control) => <input {...control} defaultValue={present?.caption} autoComplete="off" />}
        </Field>
        <Field name="figureCredit" label="图源" note="写在末尾">
          {(control) => <input {...control} defaultValue={present?.credit} autoComplete="off" />}
        </Field>
      </div>
      <div className="acts">
        <Button onClick={apply}>{present ? "更新图片" : "插入图片"}</Button>
        <Button onClick={close}>取消</Button>
      </div>
    </fieldset>
  );
}
