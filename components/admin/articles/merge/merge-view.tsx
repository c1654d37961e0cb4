"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Versions } from "@/lib/writing/beat";
import { type ArticleFields, EMPTY_FIELDS } from "@/lib/writing/fields";
import { mergeArticle } from "@/lib/writing/merge";
import { blocksOf, textOf } from "./blocks";
import { type Choice, ChoicePlace } from "./choice";
import { sayField } from "./say-field";
import { Settled } from "./settled";

type Props = {
  mine: ArticleFields;
  baseVersion: number;
  versions: Versions;
  outlets: { id: string; name: string }[];
  onDone: (fields: ArticleFields) => void;
  onCancel: () => void;
};

/** Two people changed the same version: both texts, and one that is made of them. */
export function MergeView({ mine, baseVersion, versions, outlets, onDone, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { newest } = versions;
  const [{ base, merge }] = useState(() => {
    const base = versions.base ?? EMPTY_FIELDS;
    const [old, my, their] = [base, mine, newest.fields].map(({ bodyHtml }) => blocksOf(bodyHtml));
    return { base, merge: mergeArticle(base, mine, newest.fields, { base: old!, mine: my!, theirs: their! }) };
  });
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const choose = (place: string) => (choice: Choice) => setChoices((all) => ({ ...all, [place]: choice }));
  useEffect(() => dialog.current?.showModal(), []);

  const places = [
    ...merge.clashes.map(({ name }) => name as string),
    ...merge.body.flatMap((stretch, n) => (stretch.settled ? [] : [`body-${n}`])),
  ];
  const open = places.filter((place) => !choices[place]).length;

  function finish() {
    const fields = { ...merge.fields };
    for (const { name, theirs } of merge.clashes)
      if (choices[name] === "theirs") Object.assign(fields, { [name]: theirs });
    const blocks = merge.body.flatMap((stretch, n) => {
      if (stretch.settled) return stretch.blocks;
      const choice = choices[`body-${n}`];
      return [...(choice === "theirs" ? [] : stretch.mine), ...(choice === "mine" ? [] : stretch.theirs)];
    });
    onDone({ ...fields, bodyHtml: blocks.join("") });
  }

  return (
    <dialog ref={dialog} className="merge" aria-labelledby="merge-title" onClose={onCancel}>
      <header>
        <h2 id="merge-title">对照合并</h2>
        <p>
          你从第 {baseVersion} 版改起，{newest.by} 已存了第 {newest.version} 版。只有一方改过的已自动取用，
          {places.length > 0 ? `两边都改了的有 ${places.length} 处，请逐处选定。` : "没有两边都改的地方。"}
        </p>
      </header>
      <div className="places">
        {merge.clashes.map(({ name, mine, theirs }) => {
          const { label, say } = sayField(name, outlets);
          return (
            <ChoicePlace
              key={name}
              name={name}
              legend={label}
              before={say(String(base[name]))}
              mine={say(mine)}
              theirs={say(theirs)}
              by={newest.by}
              options={["mine", "theirs"]}
              chosen={choices[name]}
              onChoose={choose(name)}
            />
          );
        })}
        {merge.body.map((stretch, n) => {
          const place = `body-${n}`;
          if (stretch.settled) return <Settled key={place} stretch={stretch} />;
          const [before, my, their] = [stretch.base, stretch.mine, stretch.theirs].map((blocks) =>
            blocks.map(textOf).join("\n"),
          );
          return (
            <ChoicePlace
              key={place}
              name={place}
              legend="正文，两边都改了"
              before={before!}
              mine={my!}
              theirs={their!}
              by={newest.by}
              options={["mine", "theirs", "both"]}
              chosen={choices[place]}
              onChoose={choose(place)}
            />
          );
        })}
      </div>
      <footer>
        <p role="status">{open > 0 ? `还有 ${open} 处没选` : "都选好了，合并后还要保存才算数。"}</p>
        <Button onClick={() => dialog.current?.close()}>先不合并</Button>
        <Button look="main" disabled={open > 0} onClick={finish}>
          用合并的文字
        </Button>
      </footer>
    </dialog>
  );
}
