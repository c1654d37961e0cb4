/** The part of sharing that is drawn: a code for another device's camera, and the card. */
import { drawCard, drawCode, type Shared } from "./card";
import { qrCode } from "./qr";

const MARGIN = 2;
/** Pixels of a square: enough for screens that have three in a point. */
const SCALE = 9;

function pictureOf(label: string) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { role: "img", ariaLabel: label });
  return canvas;
}

function codeImage(squares: boolean[][]) {
  const canvas = pictureOf("本文链接的二维码");
  canvas.width = canvas.height = (squares.length + 2 * MARGIN) * SCALE;
  drawCode(canvas.getContext("2d")!, squares, MARGIN * SCALE, MARGIN * SCALE, squares.length * SCALE);
  return canvas;
}

function button(text: string, act: () => unknown) {
  const one = document.createElement("button");
  Object.assign(one, { type: "button", textContent: text });
  one.addEventListener("click", act);
  return one;
}

/** Fills the place of the code in the share sheet, with the way to the card. */
export function fillCode(place: Element, shared: Shared) {
  const squares = qrCode(shared.url);
  const note = document.createElement("p");
  note.textContent = squares ? "微信扫一扫，在手机上打开或转发" : "这个地址太长，放不进二维码";
  place.append(
    ...(squares ? [codeImage(squares)] : []),
    note,
    button("生成分享图片", () => showCard(shared)),
  );
}

/** The card in a dialog: to be looked at, saved, or given to the system's sheet. */
async function showCard(shared: Shared) {
  const dialog = document.createElement("dialog");
  dialog.className = "card-dialog";
  dialog.ariaLabel = "分享图片";
  const canvas = pictureOf(`分享图片：${shared.title}`);
  drawCard(canvas, shared, qrCode(shared.url));
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
