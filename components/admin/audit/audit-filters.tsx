import type { AuditParams } from "@/lib/audit/params";
import { ACTION_CHOICES, SUBJECTS } from "@/lib/audit/words";

type Props = { state: AuditParams; people: { key: string; name: string }[] };

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  value: string | undefined;
  choices: readonly (readonly [key: string, name: string])[];
};

const Choice = ({ name, label, all, value, choices }: ChoiceProps) => (
  <select name={name} aria-label={label} defaultValue={value ?? ""}>
    <option value="">{all}</option>
    {choices.map(([key, name]) => (
      <option key={key} value={key}>
        {name}
      </option>
    ))}
  </select>
);

type DayProps = { name: string; label: string; example: string; value: string | undefined };

const Day = ({ name, label, example, value }: DayProps) => (
  <label className="day-in">
    <span>{label}</span>
    <input
      name={name}
      placeholder={example}
      defaultValue={value}
      inputMode="numeric"
      maxLength={10}
      autoComplete="off"
    />
  </label>
);

/** All state is in the address: a plain form, so it works before and without script. */
export function AuditFilters({ state, people }: Props) {
  const { actor, action, type, subject, from, until } = state;
  const isFiltered = [actor, action, type, subject, from, until].some(Boolean);
  return (
    <search aria-label="筛选操作记录">
      <form className="filterbar" action="/admin/audit">
        <Choice
          name="actor"
          label="谁"
          all="所有人"
          value={actor}
          choices={people.map(({ key, name }) => [key, name])}
        />
        <Choice name="action" label="做了什么" all="所有操作" value={action} choices={ACTION_CHOICES} />
        <Choice name="type" label="对象" all="所有对象" value={type} choices={SUBJECTS} />
        {subject && <input type="hidden" name="subject" value={subject} />}
        <Day name="from" label="从" example="2026-11-01" value={from} />
        <Day name="until" label="到" example="2026-11-30" value={until} />
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
