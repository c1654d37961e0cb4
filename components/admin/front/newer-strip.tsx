import { Button } from "@/components/ui/button";
import { recentTime } from "@/lib/dates";
import { type Arranged, type Arrangement, placesOf, type Slot } from "@/lib/front/arrangement";
import { sayEnd } from "@/lib/front/ends";
import { nameOfPlace } from "./slot-row";

type Props = { theirs: Arranged; mine: Arrangement; now: Date; onTheirs: () => void; onMine: () => void };

function Side({ title, arrangement, now }: { title: string; arrangement: Arrangement; now: Date }) {
  const until = ({ endsAt }: Slot) => (endsAt ? `，至 ${sayEnd(endsAt, now)}` : "");
  return (
    <div>
      <h3>{title}</h3>
      <ol>
        {placesOf(arrangement).map((slot, at) => (
          <li key={slot?.articleId ?? "automatic"}>
            <b>{nameOfPlace(at)}</b> {slot ? `${slot.title}${until(slot)}` : "自动"}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Somebody else published while this one was in hand: both are shown, and one is chosen to go on with. */
export function NewerStrip({ theirs, mine, now, onTheirs, onMine }: Props) {
  return (
    <section className="newer" aria-labelledby="newer-title">
      <h2 id="newer-title" role="alert">
        {theirs.by} {theirs.at && recentTime(theirs.at, now)} 发布了别的编排，你的还没有发布
      </h2>
      <div className="newer-sides">
        <Side title="首页现在的" arrangement={theirs} now={now} />
        <Side title="你手上的" arrangement={mine} now={now} />
      </div>
      <p className="acts">
        <Button onClick={onTheirs}>用首页现在的</Button>
        <Button onClick={onMine}>保留我的，再发布</Button>
      </p>
    </section>
  );
}
