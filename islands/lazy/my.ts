import type { hasRoom, Kept, keep, kept } from "../reading/kept";
import type { say } from "../reading/say";

type Given = { hasRoom: typeof hasRoom; keep: typeof keep; kept: typeof kept; say: typeof say };
/** An exported list: docs/decisions/0022-follows-in-the-browser.md. */
type Exported = { format: string; version: number; follows: Kept[] };

const FORMAT = "finews-follows";
const FILE_NAME = "finews-自选.json";
const NEWS = "/my/news";
/** Behind which line the page begins. */
const CURSOR = /^#(\d.*)/;

/** The page of what is followed: its news, adding by name, and the list as a file. */
export function openMyPage(page: HTMLElement, { hasRoom, keep, kept, say }: Given) {
  const news = page.querySelector<HTMLElement>(".my-news")!;
  const input = page.querySelector<HTMLInputElement>("input[type=search]")!;
  const exported = () =>
    JSON.stringify({ format: FORMAT, version: 1, follows: kept("my") } satisfies Exported, null, 2);

  /** Adds what is not there and has room. */
  function add(pages: Kept[]) {
    const list = kept("my");
    const added: Kept[] = [];
    let rest = 0;
    for (const { path, title } of pages) {
      const all = [...added, ...list];
      if (all.some((one) => one.path === path)) continue;
      if (hasRoom(all, path)) added.push({ path, title });
      else rest++;
    }
    const left = rest > 0 ? `，名单满了，${rest} 项没有放下` : "";
    if (keep("my", [...added, ...list]))
      say(added.length + rest > 0 ? `已加入 ${added.length} 项${left}` : "都已在名单里");
  }

  async function take(file: File) {
    let read: Partial<Exported> | null = null;
    try {
      if (file.size < 1e6) read = JSON.parse(await file.text());
    } catch {}
    if (read?.format !== FORMAT) return say("这不是自选的导出文件，名单没有改动");
    if (read.version !== 1) return say("这个文件来自更新的版本，名单没有改动");
    const pages = kept("my", JSON.stringify(read.follows));
    if (pages.length > 0) add(pages);
    else say("文件里没有能读的证券或媒体，名单没有改动");
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
    link.download = FILE_NAME;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  const ACTS: Record<string, () => unknown> = {
    save,
    copy: () =>
      navigator.clipboard.writeText(exported()).then(
        () => say("已复制名单"),
        () => say("这个浏览器不让网页写剪贴板，可以用“导出”"),
      ),
    again: show,
  };
  page.addEventListener("click", (event) => {
    const target = event.target as Element;
    ACTS[target.closest<HTMLElement>("[data-act]")?.dataset.act ?? ""]?.();
    const found = target.closest<HTMLAnchorElement>("[role=option]");
    if (!found) return;
    event.preventDefault();
    input.value = "";
    input.blur();
    input.focus();
    add([{ path: found.pathname, title: found.querySelector("b")!.textContent }]);
  });
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    page.querySelector<HTMLElement>("[role=option]")?.click();
  });
  page.addEventListener("change", ({ target }) => {
    const { files } = target as HTMLInputElement;
    if (files?.[0]) void take(files[0]);
    if (files) (target as HTMLInputElement).value = "";
  });

  let asked = 0;
  /** The news of what is followed; what is older stands behind a line that the address names. */
  async function show() {
    const mine = ++asked;
    const follows = kept("my").map(({ path }) => path);
    let state = follows.length > 0 ? "" : "empty";
    let text = "";
    page.dataset.state = state;
    news.ariaBusy = "true";
    if (!state)
      try {
        const body = JSON.stringify({ follows, before: CURSOR.exec(location.hash)?.[1] });
        const response = await fetch(NEWS, { method: "POST", body });
        text = await response.text();
        if (!response.ok) state = "fault";
      } catch {
        state = "fault";
      }
    // The list changed meanwhile.
    if (mine !== asked) return;
    page.dataset.state = state;
    if (state !== "fault") news.innerHTML = text;
    news.ariaBusy = "false";
  }
  addEventListener("hashchange", async () => {
    // A day of the page is reached by the browser.
    if (location.hash && !CURSOR.test(location.hash)) return;
    await show();
    news.scrollIntoView();
  });
  document.addEventListener("kept", show);
  void show();
}
