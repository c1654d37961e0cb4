export const LEVEL_NAMES = ["普通", "重要", "特别重要"];

/** As on the reader's page: an outlined word, a filled one, or nothing. */
export const LevelMark = ({ level }: { level: number }) =>
  level > 1 ? <b className={`lv lv-${level}`}>{LEVEL_NAMES[level - 1]}</b> : null;
