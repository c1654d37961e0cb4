/** Where a picture's data ends by its own account, and the file without what was written beside the picture. */
export type Cleaned = { end: number; bytes: Buffer };

/** Reads structure and decodes nothing. Null: cut off before its end. */
export type Clean = (bytes: Buffer, orientation: number) => Cleaned | null;
