import { CollectionData } from "@/components/site/data/collection-data";
import { Frame } from "@/components/site/frame";
import type { Directory, DirectoryEntry } from "@/lib/articles/list-loaders";
import { beijingIso, longDay } from "@/lib/dates";
import { categoriesPath, categoryPath } from "@/lib/urls";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ#"];
const anchor = (letter: string) => `l-${letter === "#" ? "0" : letter}`;
/** Up to here each outlet has room for a second line, and letters share columns. */
const FEW = 120;

/** Every outlet under its pinyin letter, with the number of its articles. */
export function DirectoryPage({ groups }: { groups: Directory }) {
  const outlets = groups.flatMap(([, ofLetter]) => ofLetter);
  const articles = outlets.reduce((sum, { count }) => sum + count, 0);
  const isFew = outlets.length <= FEW;
  return (
    <Frame section="outlets">
      <header className="page-head">
        <h1>全部媒体</h1>
        <p className="stand">
          {outlets.length > 0
            ? `按名称的拼音排列，共 ${outlets.length.toLocaleString("en")} 家，收录 ${articles.toLocaleString("en")} 篇。`
            : "还没有媒体。导入或发布第一篇报道之后，它的媒体列在这里。"}
        </p>
      </header>
      {outlets.length > 0 && <Letters present={new Set(groups.map(([letter]) => letter))} />}
      <CollectionData name="全部媒体" listPath={categoriesPath} />
      <div className={isFew ? "dir dir-few" : "dir dir-many"}>
        {groups.map(([letter, ofLetter]) => (
          <section key={letter} aria-labelledby={anchor(letter)}>
            <h2 id={anchor(letter)}>{letter}</h2>
            <ul>
              {ofLetter.map((outlet) => (
                <Entry key={outlet.slug} outlet={outlet} withNewest={isFew} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Frame>
  );
}

function Letters({ present }: { present: Set<string> }) {
  return (
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
  );
}

function Entry({ outlet, withNewest }: { outlet: DirectoryEntry; withNewest: boolean }) {
  const { slug, name, count, newestAt } = outlet;
  return (
    <li>
      <a href={categoryPath(slug)}>{name}</a>
      <span className="num">
        {count.toLocaleString("en")}
        {withNewest && " 篇"}
      </span>
      {withNewest && newestAt && <time dateTime={beijingIso(newestAt)}>最近一篇 {longDay(newestAt)}</time>}
    </li>
  );
}
