import { markNewWords } from "@/lib/writing/words";

export type Choice = "mine" | "theirs" | "both";
const NAMES: Record<Choice, string> = { mine: "我的", theirs: "对方的", both: "两个都要" };

type Props = {
  name: string;
  legend: string;
  before: string;
  mine: string;
  theirs: string;
  by: string;
  options: Choice[];
  chosen: Choice | undefined;
  onChoose: (choice: Choice) => void;
};

/** A place that both changed: the two texts side by side, and which one is to stand. */
export function ChoicePlace({ name, legend, before, mine, theirs, by, options, chosen, onChoose }: Props) {
  const sides = [
    { key: "mine", title: "我的", text: mine },
    { key: "theirs", title: `对方的（${by}）`, text: theirs },
  ] as const;
  return (
    <fieldset className="clash">
      <legend>{legend}</legend>
      <div className="sides">
        {sides.map(({ key, title, text }) => (
          <div key={key} className={chosen === key || chosen === "both" ? "side-text taken" : "side-text"}>
            <h3>{title}</h3>
            {text === "" ? <p className="gone">（删掉了）</p> : <p>{marked(before, text)}</p>}
          </div>
        ))}
      </div>
      <div className="pick">
        {options.map((option) => (
          <label key={option}>
            <input type="radio" name={name} checked={chosen === option} onChange={() => onChoose(option)} />
            {NAMES[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Words that were not there before are marked; in a text that is new as a whole nothing stands out. */
function marked(before: string, text: string) {
  const runs = markNewWords(before, text);
  if (runs.every(({ isNew }) => isNew)) return text;
  let at = 0;
  return runs.map((run) => {
    const key = at;
    at += run.text.length;
    return run.isNew ? <mark key={key}>{run.text}</mark> : <span key={key}>{run.text}</span>;
  });
}
