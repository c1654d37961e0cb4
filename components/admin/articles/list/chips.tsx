import { X } from "lucide-react";
import { type DeskParams, deskPath, isFiltered, NO_AUTHOR } from "@/lib/articles/desk-params";
import type { FilterProps } from "./filters";
import { KIND_WORDS, LACKS_WORDS, LEVEL_WORDS, sayOrder, sayRange, TIME_WORDS } from "./words";

type Chip = { words: string; without: Partial<DeskParams> };

function chipsOf({ state, outlet, authors }: FilterProps): Chip[] {
  const { q, scope, kind, level, category, author, lacks, by, from, to, sort, order } = state;
  const chips: (Chip | false | undefined | "")[] = [
    q && { words: `${scope === "text" ? "全文" : "标题"}含“${q}”`, without: { q: undefined, scope: undefined } },
    category && { words: `媒体：${outlet?.name ?? "已不存在"}`, without: { category: undefined } },
    kind && { words: KIND_WORDS[kind], without: { kind: undefined } },
    level && { words: `级别：${LEVEL_WORDS[level]}`, without: { level: undefined } },
    author && {
      words: `作者：${author === NO_AUTHOR ? "来源导入" : (authors.find(({ id }) => id === author)?.name ?? "已不存在")}`,
      without: { author: undefined },
    },
    lacks && { words: LACKS_WORDS[lacks], without: { lacks: undefined } },
    (from || to) && {
      words: `${TIME_WORDS[by ?? "updated"]}时间：${sayRange(from, to)}`,
      without: { by: undefined, from: undefined, to: undefined },
    },
    (sort !== "updated" || order) && { words: sayOrder(state), without: { sort: "updated", order: undefined } },
  ];
  return chips.filter((chip) => chip !== false && chip !== undefined && chip !== "");
}

/** What narrows the list, each with a way to let go of it. */
export function Chips(props: FilterProps) {
  const chips = chipsOf(props);
  if (chips.length === 0) return null;
  const { state } = props;
  return (
    <ul className="chips" aria-label="当前条件">
      {chips.map(({ words, without }) => (
        <li key={words}>
          <a className="pill on" href={deskPath({ ...state, ...without })}>
            {words}
            <X className="icon" aria-hidden />
            <span className="sr">，去掉</span>
          </a>
        </li>
      ))}
      {isFiltered(state) && chips.length > 1 && (
        <li>
          <a className="linkish" href={deskPath({ status: state.status, cols: state.cols })}>
            全部去掉
          </a>
        </li>
      )}
    </ul>
  );
}
