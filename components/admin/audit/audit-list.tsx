import type { Audit } from "@/lib/audit/loaders";
import { beijingDay, beijingIso, clockToTheSecond, longDay, weekday } from "@/lib/dates";

type Item = Audit["items"][number];

/** One sentence; what was changed is folded below it. */
function Row({ item, showsOne }: { item: Item; showsOne: boolean }) {
  const { at, actorName, actor, phrase, subject, href, historyHref, change } = item;
  return (
    <li>
      <time dateTime={beijingIso(at)}>{clockToTheSecond(at)}</time>
      <div>
        <p>
          <a className="who-did" href={`/admin/audit?actor=${encodeURIComponent(actor)}`}>
            {actorName}
          </a>{" "}
          {phrase}
          {subject && <> {href ? <a href={href}>{subject}</a> : <span>{subject}</span>}</>}
        </p>
        {change.length > 0 && (
          <details>
            <summary>
              细节<span className="sr">：{`${actorName} ${phrase}${subject ?? ""}，${clockToTheSecond(at)}`}</span>
            </summary>
            <dl className="change">
              {change.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {!showsOne && (
              <p>
                <a href={historyHref}>这个对象的全部记录</a>
              </p>
            )}
          </details>
        )}
      </div>
    </li>
  );
}

/** Rows under the days that they fall on in Beijing, newest first. */
export function AuditList({ items, showsOne }: { items: Item[]; showsOne: boolean }) {
  const days = new Map<string, Item[]>();
  for (const item of items) days.set(beijingDay(item.at), [...(days.get(beijingDay(item.at)) ?? []), item]);
  return [...days].map(([day, rows]) => (
    <section key={day} className="audit-day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        {longDay(rows[0]!.at)}
        <span>{weekday(rows[0]!.at)}</span>
      </h2>
      <ol>
        {rows.map((item) => (
          <Row key={item.id} item={item} showsOne={showsOne} />
        ))}
      </ol>
    </section>
  ));
}
