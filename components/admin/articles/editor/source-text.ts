/** Stored HTML with one block a line; the sanitiser takes the line ends out again. */
export const sourceText = (html: string): string =>
  html.replace(/(<\/(?:p|h2|h3|ul|ol|blockquote|figure|table|pre)>|<hr>)(?=<)/g, "$1\n");
