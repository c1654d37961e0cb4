import { Icon } from "@/components/site/icons";
import { KeysDialog } from "@/components/site/reading/keys-dialog";
import { feedsPath } from "@/lib/feeds/address";
import type { Site } from "@/lib/settings/defaults";
import {
  archivePath,
  categoriesPath,
  correctionsPath,
  developersPath,
  homePath,
  laterPath,
  livePath,
  mostReadPath,
  myPath,
  stocksPath,
} from "@/lib/urls";

export function Footer({ site: { name, description, contact, licence, footerLinks } }: { site: Site }) {
  return (
    <footer className="foot">
      <div className={footerLinks.length > 0 ? "wrap foot-grid foot-more" : "wrap foot-grid"}>
        <div>
          <p className="foot-name">{name}</p>
          <p>{description}</p>
          {contact && <p className="foot-contact">联系：{contact}</p>}
        </div>
        <nav aria-label="读新闻">
          <h2>读新闻</h2>
          <ul>
            <li>
              <a href={homePath}>首页</a>
            </li>
            <li>
              <a href={livePath}>7×24 快讯</a>
            </li>
            <li>
              <a href={mostReadPath}>读得最多</a>
            </li>
            <li>
              <a href={stocksPath}>个股新闻</a>
            </li>
            <li>
              <a href={categoriesPath}>全部媒体 A–Z</a>
            </li>
            <li>
              <a href={archivePath}>往期</a>
            </li>
            <li>
              <a href={correctionsPath}>更正与撤稿</a>
            </li>
            <li>
              <a href={myPath}>自选</a>
            </li>
            <li>
              <a href={laterPath}>稍后读与离线</a>
            </li>
            <li>
              <a href={feedsPath}>RSS 订阅</a>
            </li>
          </ul>
        </nav>
        {footerLinks.length > 0 && (
          <nav aria-label="更多">
            <h2>更多</h2>
            <ul>
              {footerLinks.map(({ label, href }) => (
                <li key={`${label} ${href}`}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <section aria-labelledby="foot-rules">
          <h2 id="foot-rules">本站约定</h2>
          <ul>
            <li>每篇写明出处，改动留下记录</li>
            <li>发表过的地址不会失效</li>
            <li>不设 Cookie，不连第三方</li>
            <li>
              <a href={developersPath}>开放接口</a>：程序也能读
            </li>
          </ul>
        </section>
      </div>
      <div className="wrap foot-note">
        <p>文中时间均为北京时间。{licence}</p>
        <keys-help>
          <button type="button">键盘快捷键</button>
        </keys-help>
        <a className="to-top" href="#top">
          <Icon name="up" />
          <span>回到顶部</span>
        </a>
      </div>
      <KeysDialog />
    </footer>
  );
}
