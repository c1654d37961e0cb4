import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Fragment = DefaultTreeAdapterTypes.DocumentFragment;

/** Elements inside each other; of what is deeper only the text is kept. */
export const MAX_DEPTH = 400;

export const parseHtml = (html: string): Fragment => parseFragment(html);

export const isElement = (node: Node): node is Element => "tagName" in node;
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === "#text";

export function attribute(element: Element, name: string): string | undefined {
  for (const { name: own, value } of element.attrs) if (own === name) return value;
  return undefined;
}

export const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

/** All text below a node; iterative, because hostile input is nested as deep as it likes. */
export function textOf(node: Node): string {
  let text = "";
  const stack: Node[] = [node];
  while (stack.length > 0) {
    const next = stack.pop()!; // length checked above
    if (isText(next)) text += next.value;
    else if (isElement(next)) for (let i = next.childNodes.length - 1; i >= 0; i--) stack.push(next.childNodes[i]!);
  }
  return text;
}
