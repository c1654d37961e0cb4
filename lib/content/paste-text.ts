import { BOUNDARIES, HEADINGS } from "./grammar";
import { type Element, type Fragment, isElement, isText, MAX_DEPTH, type Node } from "./tree";

const WIDE = "[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…]";
const WIDE_BREAK = new RegExp(`(?<=${WIDE})[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=${WIDE})`, "gu");
const ENDS_LINE = /^(br|hr|ul|ol|table|figure|blockquote|pre)$/;

const endsLine = (node: Node) =>
  isElement(node) && (BOUNDARIES.has(node.tagName) || node.tagName in HEADINGS || ENDS_LINE.test(node.tagName));

type Text = { value: string };

/**
 * Line ends of the source are no text: nothing between Chinese characters, else one blank, as Word breaks its lines
 * where it likes. Blanks at the edges of a paragraph go.
 */
export function tidyBlanks(root: Fragment) {
  /** The text before, when it is in the same line. */
  let before: Text | null = null;
  const breakLine = () => {
    if (before) before.value = before.value.replace(/ $/, "");
    before = null;
  };
  const walk = (parent: Fragment | Element, depth: number) => {
    for (const node of parent.childNodes) {
      if (isText(node)) {
        node.value = node.value.replace(WIDE_BREAK, "").replace(/[ \t\r\n\f]+/g, " ");
        if (!before || before.value.endsWith(" ")) node.value = node.value.replace(/^ /, "");
        if (node.value) before = node;
        continue;
      }
      if (endsLine(node)) breakLine();
      if (isElement(node) && node.tagName !== "pre" && depth < MAX_DEPTH) walk(node, depth + 1);
      if (endsLine(node)) breakLine();
    }
  };
  walk(root, 0);
  breakLine();
}
