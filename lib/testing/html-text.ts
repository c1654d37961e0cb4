import { parse } from "parse5";

type Node = { nodeName: string; value?: string; childNodes?: Node[] };

/** What a reader sees: the text outside of scripts, as a browser's parser finds it. */
export function textOf(html: string): string {
  const collect = (node: Node): string => {
    if (node.nodeName === "#text") return node.value ?? "";
    return node.nodeName === "script" ? "" : (node.childNodes ?? []).map(collect).join("");
  };
  return collect(parse(html) as unknown as Node);
}
