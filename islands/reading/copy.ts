import { say, thisArticle } from "./this-article";

/** Below so many characters it is a quotation of a word or a line, which the reader will name in their own way. */
const LONG = 100;

const asHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A long piece of an article's text takes its source along; code does not. */
document.addEventListener("copy", (event) => {
  const { clipboardData, target } = event;
  const prose = document.querySelector(".prose");
  const selection = getSelection();
  if (!prose || !clipboardData || !selection?.rangeCount) return;
  const range = selection.getRangeAt(0);
  const text = selection.toString();
  const within = range.commonAncestorContainer;
  const element = within instanceof Element ? within : within.parentElement;
  if (element?.closest("pre, code") || (target as Element).closest?.("input, textarea")) return;
  if ([...text].length <= LONG || !range.intersectsNode(prose)) return;

  const { title, url } = thisArticle();
  const site = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? "";
  const { outlet = "", time = "" } = document.querySelector<HTMLElement>("article-tools")?.dataset ?? {};
  const source = `《${title}》${outlet}，${time}`;

  const piece = document.createElement("div");
  piece.append(range.cloneContents());
  // Codes behind names are for the eye, and an address must hold elsewhere too.
  for (const code of piece.querySelectorAll(".sec span")) code.remove();
  for (const link of piece.querySelectorAll("a")) link.setAttribute("href", link.href);
  clipboardData.setData("text/plain", `${text}\n\n${source}\n来源：${site} ${url}`);
  clipboardData.setData(
    "text/html",
    `${piece.innerHTML}<p>${asHtml(source)}<br>来源：<a href="${asHtml(url)}">${asHtml(site)}</a></p>`,
  );
  event.preventDefault();
  say("已复制，文末附有出处与链接");
});
