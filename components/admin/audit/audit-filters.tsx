import type { AuditParams } from "@/lib/audit/params";
import { ACTION_CHOICES, SUBJECTS } from "@/lib/audit/words";

type Props = { state: AuditParams; people: { key: string; name: string }[] };

/** All state is in the address: a plain form, so it works before and without script. */
export function AuditFilters({ state, people }: Props) {
  const { actor, action, type, subject, from, until } = state;
  const isFiltered = [actor, action, type, subject, from, until].some(Boolean);
  return (
    <search aria-label="筛选操作记录">
      <form className="filterbar" action="/admin/audit">
        <select name="actor" aria-label="谁" defaultValue={actor ?? ""}>
          <option value="">所有人</option>
          {people.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <select name="action" aria-label="做了什么" defaultValue={action ?? ""}>
          <option value="">所有操作</option>
          {ACTION_CHOICES.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <select name="type" aria-label="对象" defaultValue={type ?? ""}>
          <option value="">所有对象</option>
          {SUBJECTS.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        {subject && <input type="hidden" name="subject" value={subject} />}
        <label className="day-in">
          <span>从</span>
          <input
            name="from"
            placeholder="2026-11-01"
            defaultValue={from}
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
          />
        </label>
        <label className="day-in">
          <span>到</span>
          <input
            name="until"
            placeholder="2026-11-30"
            defaultValue={until}
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
          />
        </label>
        <button className="btn" type="submit">
          筛选
        </button>
        {isFiltered && (
          <a className="btn quiet" href="/admin/audit">
            清除
          </a>
        )}
      </form>
      {subject && <p className="hint only-one">只看这一个对象的记录。</p>}
    </search>
  );
}
