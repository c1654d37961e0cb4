import { Icon } from "@/components/site/icons";
import { categoriesPath, homePath, livePath, myPath, searchPath, stocksPath } from "@/lib/urls";

const SECTIONS = [
  { key: "home", href: homePath, label: "首页", icon: "home" },
  { key: "live", href: livePath, label: "快讯", icon: "flash" },
  { key: "stocks", href: stocksPath, label: "个股", icon: "stocks" },
  { key: "outlets", href: categoriesPath, label: "媒体", icon: "outlets" },
  { key: "my", href: myPath, label: "自选", icon: "star" },
] as const;

/** In the masthead it is the box. */
const SEARCH = { key: "search", href: searchPath, label: "搜索", icon: "search" } as const;

export type SectionKey = (typeof SECTIONS)[number]["key"] | "search";
type Section = (typeof SECTIONS)[number] | typeof SEARCH;
type Props = {
  /** The section that the page belongs to. */
  section: SectionKey | undefined;
};

const links = (list: readonly Section[], section: SectionKey | undefined, withIcons: boolean) =>
  list.map(({ key, href, label, icon }) => ({
    key,
    link: (
      <a key={key} href={href} aria-current={key === section ? "page" : undefined}>
        {withIcons && <Icon name={icon} />}
        {label}
      </a>
    ),
  }));

export function Sections({ section }: Props) {
  return (
    <nav className="sections" aria-label="栏目">
      <ul>
        {links(SECTIONS, section, false).map(({ key, link }) => (
          <li key={key}>{link}</li>
        ))}
      </ul>
    </nav>
  );
}

/** Five at the foot of a phone, within the thumb's reach; the others stand in the head there as well. */
const ON_PHONES: SectionKey[] = ["home", "live", "my", "outlets", "search"];
const TABS = ON_PHONES.map((wanted) => [...SECTIONS, SEARCH].find(({ key }) => key === wanted)!);

export function TabBar({ section }: Props) {
  return (
    <nav className="tabbar" aria-label="快捷">
      {links(TABS, section, true).map(({ link }) => link)}
    </nav>
  );
}
