import type { TokenList, TokenState } from "@/lib/api-tokens/loaders";
import { SCOPES } from "@/lib/api-tokens/validation";
import { beijingDay, beijingIso, recentTime } from "@/lib/dates";
import { TokenActs } from "./token-acts";

type Token = TokenList[number];
const STATES: Record<Exclude<TokenState, "live">, string> = { expired: "已到期", revoked: "已撤销" };

function Row({ token, now }: { token: Token; now: string }) {
  const { name, hint, state, by, createdAt, expiresAt } = token;
  const scopes = token.scopes.map((scope) => SCOPES[scope].name).join("、");
  const used = token.lastUsedAt ? (
    <time dateTime={beijingIso(token.lastUsedAt)}>{recentTime(token.lastUsedAt, now)}</time>
  ) : (
    "还没用过"
  );
  const end = expiresAt ? <time dateTime={beijingIso(expiresAt)}>{beijingDay(expiresAt)}</time> : "不限";
  return (
    <tr className={state === "live" ? undefined : "is-off"}>
      <th scope="row">
        {name}
        {state !== "live" && <span className="st st-gone off">{STATES[state]}</span>}
        <span className="made-by">
          <code>{hint}…</code>
          <span>
            {by ?? "命令行"}建于 <time dateTime={beijingIso(createdAt)}>{beijingDay(createdAt)}</time>
          </span>
        </span>
        <span className="sub">
          <span>{scopes}</span>
          <span>最近使用：{used}</span>
          <span>有效到：{end}</span>
        </span>
      </th>
      <td className="w4">{scopes}</td>
      <td className="w3">{used}</td>
      <td className="w3">{end}</td>
      <td className="c-acts">{state !== "revoked" && <TokenActs token={token} />}</td>
    </tr>
  );
}

/** Every token there was; those that are revoked stand last. */
export function TokenTable({ tokens, now }: { tokens: Token[]; now: string }) {
  if (tokens.length === 0) return <p className="none">还没有令牌。</p>;
  return (
    <table className="grid people token-list">
      <caption className="sr">令牌，已撤销的在最后</caption>
      <thead>
        <tr>
          <th scope="col">合作方</th>
          <th scope="col" className="w4">
            权限
          </th>
          <th scope="col" className="w3">
            最近使用
          </th>
          <th scope="col" className="w3">
            有效到
          </th>
          <th scope="col" className="c-acts">
            <span className="sr">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <Row key={token.id} token={token} now={now} />
        ))}
      </tbody>
    </table>
  );
}
