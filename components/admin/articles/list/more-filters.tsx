import { DESK_COLUMNS, DESK_SORTS, type DeskParams } from "@/lib/articles/desk-params";
import { COLUMN_WORDS, KIND_WORDS, LACKS_WORDS, LEVEL_WORDS, SORT_WORDS } from "./words";

type SelectProps = { name: string; label: string; value: string | undefined; options: [string, string][] };

function Choice({ name, label, value = "", options }: SelectProps) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value}>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A day, typed in Beijing time wherever the browser is. */
function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label>
      {label}
      <input
        name={name}
        defaultValue={value}
        placeholder="2026-11-24"
        inputMode="numeric"
        autoComplete="off"
        pattern="\s*\d{4}[\-\/.年]\d{1,2}[\-\/.月]\d{1,2}日?\s*"
        title="日期如 2026-11-24，按北京时间"
      />
    </label>
  );
}

const ANY: [string, string] = ["", "不限"];

/** What is asked for less often, and how the list is shown. */
export function MoreFilters({ state }: { state: DeskParams }) {
  const { kind, level, lacks, by, from, to, sort, order, cols } = state;
  return (
    <div className="more-panel">
      <Choice name="kind" label="类型" value={kind} options={[ANY, ...Object.entries(KIND_WORDS)]} />
      <Choice name="level" label="级别" value={level} options={[ANY, ...Object.entries(LEVEL_WORDS)]} />
      <Choice name="lacks" label="缺项" value={lacks} options={[ANY, ...Object.entries(LACKS_WORDS)]} />
      <fieldset className="span">
        <legend>时间</legend>
        <Choice
          name="by"
          label="哪个时间"
          value={by}
          options={[
            ["", "更新"],
            ["published", "发布"],
            ["created", "创建"],
          ]}
        />
        <Day name="from" label="从" value={from} />
        <Day name="to" label="到" value={to} />
      </fieldset>
      <fieldset className="span">
        <legend>排序</legend>
        <Choice name="sort" label="按" value={sort} options={DESK_SORTS.map((name) => [name, SORT_WORDS[name]])} />
        <Choice
          name="order"
          label="顺序"
          value={order}
          options={[
            ["", "新的、长的在前"],
            ["asc", "旧的、短的在前"],
          ]}
        />
      </fieldset>
      <fieldset className="columns">
        <legend>栏目</legend>
        {DESK_COLUMNS.map((column) => (
          <label key={column}>
            <input type="checkbox" name="cols" value={column} defaultChecked={cols.includes(column)} />
            {COLUMN_WORDS[column]}
          </label>
        ))}
      </fieldset>
      <button className="btn" type="submit">
        应用
      </button>
    </div>
  );
}
