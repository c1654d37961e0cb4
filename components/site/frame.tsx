import { Icon } from "@/components/site/icons";
import { beijingDay, longDay, weekday } from "@/lib/dates";
import { categoriesPath, homePath, livePath } from "@/lib/urls";

const SECTIONS = [
  { key: "home", href: homePath, label: "首页", icon: "home" },
  { key: "live", href: livePath, label: "快讯", icon: "flash" },
  { key: "outlets", href: categoriesPath, label: "媒体", icon: "outlets" },
] as const;

type Section = (typeof SECTIONS)[number]["key"];
type Props = {
  /** The section this page belongs to. */
  section?: Section;
  /** The front page: large nameplate as its heading, with the date. */
  today?: Date;
  children: React.ReactNode;
};

const links = (section: Section | undefined, withIcons: boolean) =>
  SECTIONS.map(({ key, href, label, icon }) => ({
    key,
    link: (
      <a key={key} href={href} aria-current={key === section ? "page" : undefined}>
        {withIcons && <Icon name={icon} />}
        {label}
      </a>
    ),
  }));

/** Masthead, main part, footer and the phone's bar around a reader page. */
export function Frame({ section, today, children }: Props) {
  return (
    <>
      <Masthead section={section} today={today} />
      <main id="main" className="wrap">
        {children}
      </main>
      <Footer />
      <nav className="tabbar" aria-label="快捷">
        {links(section, true).map(({ link }) => link)}
      </nav>
    </>
  );
}

const TAGLINE = "各家财经媒体，一处读完";

/** On the front page a nameplate between two ears, elsewhere one line: inner pages print no date, which would age. */
function Masthead({ section, today }: Omit<Props, "children">) {
  if (!today) {
    return (
      <header className="mast">
        <div className="wrap mast-line">
          <p className="nameplate">
            <a href={homePath}>金融消息</a>
          </p>
          <Sections section={section} />
          <p className="ear">{TAGLINE}</p>
        </div>
      </header>
    );
  }
  return (
    <header className="mast mast-front">
      <div className="wrap mast-row">
        <p className="ear ear-date">
          <time dateTime={beijingDay(today)}>{longDay(today)}</time>
          <span>{weekday(today)}</span>
        </p>
        <h1 className="nameplate">
          <a href={homePath}>金融消息</a>
        </h1>
        <p className="ear ear-note">{TAGLINE}</p>
      </div>
      <div className="section-bar">
        <div className="wrap">
          <Sections section={section} />
        </div>
      </div>
    </header>
  );
}

function Sections({ section }: { section: Section | undefined }) {
  return (
    <nav className="sections" aria-label="栏目">
      <ul>
        {links(section, false).map(({ key, link }) => (
          <li key={key}>{link}</li>
        ))}
      </ul>
    </nav>
  );
}

function Footer() {
  return (
    <footer className="foot">
      <div className="wrap foot-grid">
        <div>
          <p className="foot-name">金融消息</p>
          <p>汇集各家财经媒体的报道，一处读完，永久存档。</p>
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
              <a href={categoriesPath}>全部媒体 A–Z</a>
            </li>
          </ul>
        </nav>
        <section aria-labelledby="foot-rules">
          <h2 id="foot-rules">本站约定</h2>
          <ul>
            <li>每篇写明出处，改动留下记录</li>
            <li>发表过的地址不会失效</li>
            <li>不设 Cookie，不连第三方</li>
          </ul>
        </section>
      </div>
      <p className="wrap foot-note">文中时间均为北京时间。内容不构成投资建议。</p>
    </footer>
  );
}
