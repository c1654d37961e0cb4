import { DeleteRedirect } from "@/components/admin/redirects/delete-redirect";
import { Pager } from "@/components/ui/pager";
import { beijingIso, recentTime } from "@/lib/dates";
import type { RedirectLine as Line } from "@/lib/redirects/loaders";
import { type RedirectParams, redirectsPath } from "@/lib/redirects/params";

type Props = { state: RedirectParams; items: Line[]; newer: string | null; older: string | null; now: string };

function Row({ line, state, now }: { line: Line; state: RedirectParams; now: string }) {
  const { id, from, to, name, kind, answers, mayGo, hits, lastHitAt } = line;
  const used = lastHitAt && <time dateTime={beijingIso(lastHitAt)}>{recentTime(lastHitAt, now)}</time>;
  return (
    <tr>
      <th scope="row">
        <span className="path">{from}</span>
        <span className="to">
          <span aria-hidden="true">→ </span>
          <a href={to}>{name ? (kind === "article" ? `《${name}》` : name) : to}</a>
          {!answers && <small> 文章没有发布，读者看到 404</small>}
        </span>
        <span className="sub">
          <span>{hits} 次</span>
          {used}
        </span>
      </th>
      <td className="n w4">{hits}</td>
      <td className="w3">{used ?? "从未"}</td>
      <td className="c-acts">
        <a className="linkish" href={`${redirectsPath(state, { edit: id })}#add`} aria-label={`修改 ${from}`}>
          修改
        </a>
        {mayGo && <DeleteRedirect id={id} from={from} />}
      </td>
    </tr>
  );
}

/** Old addresses with what they lead to, how often they were followed and when last. */
export function RedirectTable({ state, items, newer, older, now }: Props) {
  if (items.length === 0) {
    return (
      <p className="none">
        {state.q || state.after || state.before ? (
          <>
            没有这样的旧地址。<a href="/admin/redirects">看全部</a>
          </>
        ) : (
          "还没有重定向。文章改了网址、导入旧站，都会自动记在这里。"
        )}
      </p>
    );
  }
  return (
    <>
      <table className="grid">
        <caption className="sr">{state.q ? "重定向，按旧地址排列" : "重定向，从新到旧"}</caption>
        <thead>
          <tr>
            <th scope="col">旧地址与去处</th>
            <th scope="col" className="n w4">
              次数
            </th>
            <th scope="col" className="w3">
              上次
            </th>
            <th scope="col" className="c-acts">
              <span className="sr">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <Row key={line.id} line={line} state={state} now={now} />
          ))}
        </tbody>
      </table>
      <Pager newer={newer} older={older} />
    </>
  );
}
