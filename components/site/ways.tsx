import { correctionsPath, homePath } from "@/lib/urls";

export type Way = { href: string; label: string; says: string };

export const HOME_WAY = { href: homePath, label: "首页", says: "今天的头条与最新报道" };
export const CORRECTIONS_WAY = { href: correctionsPath, label: "更正与撤稿", says: "全站的更正、撤回与删除" };

/**
 * Where one can go on from a page that has nothing to show.
 * @param isLong each name has a line of its own
 */
export const Ways = ({ ways, isLong }: { ways: Way[]; isLong?: boolean }) => (
  <ul className={isLong ? "ways ways-long" : "ways"}>
    {ways.map(({ href, label, says }) => (
      <li key={href}>
        <a href={href}>{label}</a>
        <span>{says}</span>
      </li>
    ))}
  </ul>
);
