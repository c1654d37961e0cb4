import { When } from "@/components/site/meta";
import { BAR_KIND_NAMES, type ShownBar } from "@/lib/front/bar";

/** The line of breaking news above a front: a word, one sentence, since when. Not to be closed, because it ends soon. */
export function BreakingBar({ bar: { kind, text, href, startsAt }, today }: { bar: ShownBar; today: Date }) {
  const word = BAR_KIND_NAMES[kind];
  return (
    <section className="breaking" aria-label={`${word}消息`}>
      <b className={`lv lv-${kind === "breaking" ? 3 : 2}`}>{word}</b>
      <p>{href ? <a href={href}>{text}</a> : text}</p>
      <When at={startsAt} today={today} />
    </section>
  );
}
