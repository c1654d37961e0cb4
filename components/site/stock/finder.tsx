import { searchPath } from "@/lib/urls";

/** Finds a security, by the search of the whole site; works without script. */
export const StockFinder = () => (
  <search aria-label="查找个股">
    <form className="finder" action={searchPath}>
      <label className="sr" htmlFor="stock-q">
        名称、拼音或代码
      </label>
      <input
        id="stock-q"
        name="q"
        type="search"
        required
        maxLength={40}
        placeholder="名称、拼音或代码"
        autoComplete="off"
      />
      <button type="submit">查找</button>
    </form>
  </search>
);
