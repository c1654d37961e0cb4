import { beijingIso, recentTime } from "@/lib/dates";
import type { PeopleList } from "@/lib/users/people-loaders";
import { ROLE_NAMES } from "@/lib/users/role-names";

type Person = PeopleList["people"][number];
/** Longer lists are counted. */
const NAMED = 2;

function Rights({ categories, role }: Person) {
  if (role === "admin" || categories.length === 0) return "全部";
  const rest = categories.length - NAMED;
  return `${categories.slice(0, NAMED).join("、")}${rest > 0 ? ` 等 ${categories.length} 个` : ""}`;
}

function Row({ person, me, now }: { person: Person; me: string; now: string }) {
  const seen = person.lastSeenAt ? (
    <time dateTime={beijingIso(person.lastSeenAt)}>{recentTime(person.lastSeenAt, now)}</time>
  ) : (
    "还没登录过"
  );
  return (
    <tr className={person.isDisabled ? "is-off" : undefined}>
      <th scope="row">
        <a href={`/admin/users/${person.id}`}>{person.name}</a>
        {person.id === me && <small className="kind">你</small>}
        {person.isDisabled && <span className="st st-gone off">已停用</span>}
        <span className="mail">{person.email}</span>
        <span className="sub">
          <span>{ROLE_NAMES[person.role]}</span>
          <span>
            媒体：
            <Rights {...person} />
          </span>
          <span>两步验证{person.hasTotp ? "已开" : "未开"}</span>
          <span>{seen}</span>
        </span>
      </th>
      <td className="w2">{ROLE_NAMES[person.role]}</td>
      <td className="w2">
        <Rights {...person} />
      </td>
      <td className="w4">{person.hasTotp ? "已开" : "未开"}</td>
      <td className="w3">{seen}</td>
    </tr>
  );
}

/** Everyone with an account. */
export function PeopleTable({ people, me, now }: { people: Person[]; me: string; now: string }) {
  return (
    <table className="grid people">
      <caption className="sr">用户，停用的在最后</caption>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col" className="w2">
            角色
          </th>
          <th scope="col" className="w2">
            媒体
          </th>
          <th scope="col" className="w4">
            两步验证
          </th>
          <th scope="col" className="w3">
            最近使用
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} me={me} now={now} />
        ))}
      </tbody>
    </table>
  );
}
