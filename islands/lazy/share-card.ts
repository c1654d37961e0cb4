/** The card that is drawn of an article, in a dialog: to be looked at, saved, or given to the system's sheet. */
import { drawCard, type Shared } from "./card";

function button(text: string, act: () => unknown) {
  const one = document.createElement("button");
  Object.assign(one, { type: "button", textContent: text });
  one.addEventListener("click", act);
  return one;
}

/** @param code the picture of the QR code, where it could be fetched */
export async function showCard(shared: Shared, code: HTMLImageElement) {
  const dialog = document.createElement("dialog");
  dialog.className = "card-dialog";
  dialog.ariaLabel = "分享图片";
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { role: "img", ariaLabel: `分享图片：${shared.title}` });
  drawCard(
    canvas,
    shared,
    await code.decode().then(
      () => code,
      () => null,
    ),
  );
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  const file = blob && new File([blob], `${shared.title.slice(0, 40)}.png`, { type: "image/png" });
  const acts = document.createElement("p");
  if (file) acts.append(button("保存图片", () => save(file)));
  if (file && navigator.canShare?.({ files: [file] }))
    acts.append(button("发送图片", () => navigator.share({ files: [file] }).catch(() => {})));
  acts.append(button("关闭", () => dialog.close()));
  dialog.append(canvas, acts);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

function save(file: File) {
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(file), download: file.name });
  link.click();
  URL.revokeObjectURL(link.href);
}
