/**
 * The lexemes of the index that are no words of the text. Words are letters and figures only, so none of them can be
 * met in a text or typed by a reader.
 */
export const ofKind = (kind: string) => `=k${kind}`;
export const ofLevel = (level: number) => `=l${level}`;
export const ofOutlet = (categoryId: string) => `=c${categoryId.replaceAll("-", "")}`;
export const ofSecurity = (symbol: string) => `=s${symbol.toLowerCase()}`;
/** Months and days are those of UTC: they only narrow down what is looked through. */
export const ofMonth = (at: Date) => `=m${at.toISOString().slice(0, 7).replace("-", "")}`;
export const ofDay = (at: Date) => `=d${at.toISOString().slice(0, 10).replaceAll("-", "")}`;
/** A word that stands in the title. */
export const inTitle = (word: string) => `^${word}`;

/** In the notation of tsvector and tsquery. */
export const quote = (word: string) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
