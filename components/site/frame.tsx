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

function Masthead({ section, today }: Omit<Props, "children">) {
  const Nameplate = today ? "h1" : "p";
  return (
    <header className={today ? "mast mast-front" : "mast"}>
      <div className="wrap mast-row">
        {today && (
          <p className="ear ear-date">
            <time dateTime={beijingDay(today)}>{longDay(today)}</time>
            <span>{weekday(today)}</span>
          </p>
        )}
        <Nameplate className="nameplate">
          <a href={homePath}>金融消息</a>
        </Nameplate>
        {today && <p className="ear ear-note">各家财经媒体，一处读完</p>}
      </div>
      <nav className="sections" aria-label="栏目">
        <ul className="wrap">
          {links(section, false).map(({ key, link }) => (
            <li key={key}>{link}</li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Footer() {
  return (
    <footer className="foot">
      <div className="wrap foot-grid">
        <div>
          <p className="foot-name">金融消息</p>
          <p>汇集各家财经媒体的报道，一处读完，永久存档。每条新闻都写明出处，改动都留下记录。</p>
        </div>
        <nav aria-label="读新闻">
          <h2>读新闻</h2>
          <ul>
            <li>
              <a href={livePath}>7×24 快讯</a>
            </li>
            <li>
              <a href={categoriesPath}>全部媒体</a>
            </li>
          </ul>
        </nav>
      </div>
      <p className="wrap foot-note">内容不构成投资建议。</p>
    </footer>
  );
}
