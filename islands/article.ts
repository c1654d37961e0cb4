/** What a reader does with an article: its text size, its address, print, sharing. Drawn by the server, shown once it works. */
import "./reading/copy";
import { say, thisArticle } from "./reading/this-article";

const root = document.documentElement;
function showSize(size: string) {
  if (size) root.dataset.text = size;
  else delete root.dataset.text;
  for (const button of document.querySelectorAll<HTMLButtonElement>("article-tools [data-size]"))
    button.ariaPressed = String(button.dataset.size === size);
}

function chooseSize(size: string) {
  try {
    localStorage.setItem("text", size);
  } catch {
    // It holds for this page.
  }
  showSize(size);
}

async function copyAddress() {
  const { url } = thisArticle();
  try {
    await navigator.clipboard.writeText(url);
    say("已复制链接");
  } catch {
    say("这个浏览器不让网页写剪贴板，链接在“分享”里，可以手动复制");
  }
}

/** The system's own sheet; closing it is no fault. */
const shareNatively = () => navigator.share(thisArticle()).catch(() => {});

const ACTS: Record<string, () => unknown> = {
  copy: copyAddress,
  print: () => print(),
  native: shareNatively,
  later: () =>
    document.dispatchEvent(
      new CustomEvent("later", { detail: { path: location.pathname, title: thisArticle().title } }),
    ),
};

class ArticleTools extends HTMLElement {
  connectedCallback() {
    showSize(root.dataset.text ?? "");
    const sheet = this.querySelector("details")!;
    this.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest("button");
      const { size, act } = button?.dataset ?? {};
      if (size !== undefined) chooseSize(size);
      if (act === "card") void this.#drawCard();
      else if (act) ACTS[act]?.();
    });
    addEventListener("click", ({ target }) => {
      if (!sheet.contains(target as Node)) sheet.open = false;
    });
    sheet.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !sheet.open) return;
      sheet.open = false;
      sheet.querySelector("summary")?.focus();
    });
    if (!("share" in navigator)) for (const one of this.querySelectorAll("[data-act=native]")) one.remove();
  }

  /** What draws it is fetched when it is wanted. */
  async #drawCard() {
    try {
      const { showCard } = await import("./lazy/share-card");
      const shared = { ...thisArticle(), ...(this.dataset as { outlet: string; time: string }) };
      await showCard(shared, this.querySelector("img")!);
    } catch {
      say("分享图片没有画出来，可以复制链接");
    }
  }
}

customElements.define("article-tools", ArticleTools);
