import { Frame } from "@/components/site/frame";
import type { Directory } from "@/lib/articles/list-loaders";
import { categoryPath } from "@/lib/urls";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ#"];
const anchor = (letter: string) => `l-${letter === "#" ? "0" : letter}`;

/** Every outlet under its pinyin letter, with the number of its articles. */
export function DirectoryPage({ groups }: { groups: Directory }) {
  const present = new Set(groups.map(([letter]) => letter));
  const total = groups.reduce((sum, [, outlets]) => sum + outlets.length, 0);
  return (
    <Frame section="outlets">
      <header className="page-head">
        <h1>全部媒体</h1>
        <p className="stand">
          {total > 0
            ? `按名称的拼音排列，共 ${total} 家，数字为收录篇数。`
            : "还没有媒体。导入或发布第一篇报道之后，它的媒体列在这里。"}
        </p>
      </header>
      <nav className="letters" aria-label="按字母跳转">
        <ol>
          {LETTERS.filter((letter) => letter !== "#" || present.has(letter)).map((letter) => (
            <li key={letter}>
              {present.has(letter) ? (
                <a href={`#${anchor(letter)}`}>{letter}</a>
              ) : (
                <span aria-hidden="true">{letter}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <div className="dir">
        {groups.map(([letter, outlets]) => (
          <section key={letter} aria-labelledby={anchor(letter)}>
            <h2 id={anchor(letter)}>{letter}</h2>
            <ul>
              {outlets.map(({ slug, name, count }) => (
                <li key={slug}>
                  <a href={categoryPath(slug)}>{name}</a>
                  <span className="num">{count.toLocaleString("en")}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Frame>
  );
}
