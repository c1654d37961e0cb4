const SENTENCE = /[^。！？!?；\n]*(?:[。！？!?；]+["”’」』）)】]*|\n|$)/gu;

/** A text in sentences, every character kept; what has no end is a sentence too. */
export const splitSentences = (text: string): string[] => (text.match(SENTENCE) ?? []).filter((part) => part !== "");
