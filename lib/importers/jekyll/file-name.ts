export type FileName = {
  /** `2022-05-26`, or empty for a file that Jekyll never published. */
  day: string;
  /** Last part of the old address, case kept: `NW202205262391921712`. */
  slug: string;
  /** The provider's 18 digits, or empty for a post written by hand. */
  id: string;
  /** Whether the name is that of an outlet's copy (`NW…`). */
  isOutletCopy: boolean;
  isStored: boolean;
};

const EXTENSION = /\.(?:md|markdown|html)$/i;

/** Reads what a post's path says about it. */
export function readFileName(path: string): FileName {
  const base = path.slice(path.lastIndexOf("/") + 1).replace(EXTENSION, "");
  const dated = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(base);
  const slug = dated ? dated[2]! : base.replace(/^-+/, "");
  const provider = /^(NW)?(\d{18})$/.exec(slug);
  return {
    day: dated?.[1] ?? "",
    slug,
    id: provider?.[2] ?? "",
    isOutletCopy: provider?.[1] === "NW",
    isStored: /(^|\/)old_post\//.test(path),
  };
}

/** Files with one key tell one story. */
export const groupKey = (path: string): string => {
  const name = readFileName(path);
  return name.id || `~${path.slice(path.lastIndexOf("/") + 1).replace(EXTENSION, "")}`;
};
