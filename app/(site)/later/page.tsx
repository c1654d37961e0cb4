import type { Metadata } from "next";
import { Frame } from "@/components/site/frame";
import { pageMetadata } from "@/lib/metadata";
import { laterPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata({
    ...{ as: "personal", title: "稍后读与离线", path: laterPath },
    description: "加入稍后读的报道，和最近读过的 20 篇。它们只存在这台设备上，没有网络时也能打开。",
  });

/** Of a row's template, by the island. */
const FILLED_IN = "";

/** What this browser keeps. The service worker and an island fill the lists; the server knows nothing of them. */
export default function LaterPage() {
  return (
    <Frame>
      <header className="page-head">
        <h1 tabIndex={-1}>稍后读与离线</h1>
        <p className="stand">这两份名单只存在这台设备上，没有网络时也能打开。</p>
      </header>
      <div className="later">
        <section aria-labelledby="later">
          <div className="sect-head">
            <h2 id="later">稍后读</h2>
          </div>
          <kept-list data-list="later">
            <p className="brief">还没有。在报道页点“稍后读”，或在列表里按 s 键，标题就会排在这里。</p>
            <ol className="rel" />
            <template data-island="kept-list">
              <li>
                <a href={laterPath}>{FILLED_IN}</a>
                <button type="button" aria-label="移出：">
                  移出
                </button>
              </li>
            </template>
          </kept-list>
        </section>
        <section aria-labelledby="kept">
          <div className="sect-head">
            <h2 id="kept">最近读过</h2>
            <span>最多 20 篇</span>
          </div>
          <p className="brief" id="none-kept">
            还没有。读过的报道会自动存下来；浏览器关闭了脚本或离线存储时，这里一直是空的。
          </p>
        </section>
      </div>
    </Frame>
  );
}
