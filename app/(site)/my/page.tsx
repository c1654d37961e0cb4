import type { Metadata } from "next";
import { Frame } from "@/components/site/frame";
import { MyList } from "@/components/site/my/my-list";
import { pageMetadata } from "@/lib/metadata";
import { categoriesPath, myPath, stocksPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata({
    ...{ as: "personal", title: "自选", path: myPath },
    description: "关注的证券和媒体的全部消息，按时间排在一页。名单只存在这台设备的浏览器里，不用注册。",
  });

/** What a reader follows and its news. The page is the same for everybody: the list is in the browser, an island fills it in. */
export default function MyPage() {
  return (
    <Frame section="my">
      <header className="page-head">
        <h1 tabIndex={-1}>自选</h1>
        <p className="stand">关注的证券和媒体，消息都在这一页。名单只存在这台设备上，本站不记录。</p>
      </header>
      <my-page>
        <MyList />
        <p className="stand my-none">
          还没有关注。在上面输入名称，或在证券、媒体的页面上点“关注”，它们的新消息就按时间排在这里。不知道从哪里开始，可以看看
          <a href={stocksPath}>提及最多的个股</a>。
        </p>
        <p className="stand my-fault" role="alert">
          暂时取不到自选的消息。
          <button type="button" data-act="again">
            再试一次
          </button>
        </p>
        <div className="my-news" />
      </my-page>
      <p className="stand needs-script">
        这一页要用脚本：名单从不离开浏览器，服务器不知道替你排什么。不用脚本时，每个<a href={stocksPath}>证券</a>
        都有自己的页面和订阅源，每家<a href={categoriesPath}>媒体</a>也有自己的页面。
      </p>
    </Frame>
  );
}
