import { Icon } from "@/components/site/icons";
import { searchPath } from "@/lib/urls";

type Props = {
  /** Tells two boxes of one page apart. */
  id: string;
  query?: string;
  isBig?: boolean;
  /** What it is for, where it is not for everything. */
  aim?: { title: string; label: string };
};

/** The one box: words, names, pinyin, codes. A form that needs no script; an island adds what is found while typing. */
export function SearchForm({ id, query, isBig, aim }: Props) {
  return (
    <search-suggest>
      <search aria-label={aim?.title ?? (isBig ? "搜索报道" : "全站搜索")}>
        <form className={isBig ? "seek seek-big" : "seek"} action={searchPath}>
          <label className="sr" htmlFor={id}>
            {aim?.label ?? "搜索词：词语、证券代码、拼音或媒体"}
          </label>
          <input
            id={id}
            name="q"
            type="search"
            defaultValue={query}
            placeholder={aim?.label ?? "词语、代码、拼音缩写"}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          <button type="submit" aria-label="搜索">
            <Icon name="search" />
            {isBig && <span>搜索</span>}
          </button>
        </form>
      </search>
    </search-suggest>
  );
}
