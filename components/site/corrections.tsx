import type { Article } from "@/lib/articles/loaders";
import { CORRECTION_NAMES } from "@/lib/corrections/validation";
import { beijingIso, longTime } from "@/lib/dates";
import { historyPath } from "@/lib/urls";

type Props = { corrections: Article["corrections"] };

const ID = "corrections";

/** Beside the date: that the text was corrected, and the way to what was. */
export function CorrectedAt({ corrections }: Props) {
  const last = corrections.at(-1);
  return (
    last && (
      <a className="corrected" href={`#${ID}`}>
        {CORRECTION_NAMES[last.kind]}于 <time dateTime={beijingIso(last.at)}>{longTime(last.at)}</time>
      </a>
    )
  );
}

/** What was wrong in this article and is right now, the newest last, as it happened. */
export function Corrections({ corrections, slug }: Props & { slug: string }) {
  if (corrections.length === 0) return null;
  return (
    <aside className="corrections" id={ID} aria-label="更正">
      {corrections.map(({ id, kind, note, reason, at, version }) => (
        <div className="correction" key={id}>
          <h2>{CORRECTION_NAMES[kind]}</h2>
          <p>
            {note}
            <span className="why">原因：{reason}</span>
            <span className="when">
              <time dateTime={beijingIso(at)}>{longTime(at)}</time>
              <a href={`${historyPath(slug)}#v${version}`}>查看改动</a>
            </span>
          </p>
        </div>
      ))}
    </aside>
  );
}
