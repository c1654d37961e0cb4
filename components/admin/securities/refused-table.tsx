import { beijingIso, recentTime } from "@/lib/dates";
import type { RefusedLine } from "@/lib/securities/desk-loaders";
import { REASON_NAMES } from "@/lib/securities/words";

/** The linked word within what stood around it. */
function Context({ word, context }: { word: string; context: string }) {
  const at = context.indexOf(word);
  if (at === -1 || context === word) return <mark>{word}</mark>;
  return (
    <>
      {context.slice(0, at)}
      <mark>{word}</mark>
      {context.slice(at + word.length)}
    </>
  );
}

/** Links that the provider put into a text and that say what the text does not mean. */
export function RefusedTable({ rows, now }: { rows: RefusedLine[]; now: string }) {
  if (rows.length === 0)
    return <p className="none">没有被拒的链接。导入旧站时，提供方标错的链接会记在这里，不算提及。</p>;
  return (
    <table className="grid refused">
      <caption className="sr">被拒的链接，从新到旧</caption>
      <thead>
        <tr>
          <th scope="col">文中的词</th>
          <th scope="col" className="w3">
            链到
          </th>
          <th scope="col" className="w3">
            为什么不收
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ articleId, symbol, word, context, reason, title, name, createdAt }) => {
          const target = name ? (
            <a href={`/admin/securities/${symbol}`}>{name === symbol ? symbol : `${name} ${symbol}`}</a>
          ) : (
            symbol
          );
          return (
            <tr key={`${articleId} ${symbol} ${word}`}>
              <th scope="row">
                <span className="refused-word">
                  <Context word={word} context={context} />
                </span>
                <a className="refused-story" href={`/admin/articles/${articleId}`}>
                  {title}
                </a>
                <span className="sub">
                  <span>链到 {target}</span>
                  <span>{REASON_NAMES[reason]}</span>
                  <time dateTime={beijingIso(createdAt)}>{recentTime(createdAt, now)}</time>
                </span>
              </th>
              <td className="w3">{target}</td>
              <td className="w3">{REASON_NAMES[reason]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
