const SOURCE = "(?:（|\\()\\s*(?:文章来源|来源)\\s*[：:]\\s*((?:(?!文章来源)[^<>\\n]){1,60}?)\\s*(?:）|\\))";
const OWN_PARAGRAPH = new RegExp(`<p>\\s*${SOURCE}\\s*</p>`, "g");
const GLUED = new RegExp(`${SOURCE}\\s*</p>\\s*$`);
const MARKS_AROUND = /<p>(?:<(?:strong|em)>)+([（(]文章来源[^<]*)(?:<\/(?:strong|em)>)+<\/p>/g;
const OUTLET =
  /(?:报|社|网|新闻|财经|客户端|杂志|周刊|电台|电视台|之声|头条|在线|APP|app|新媒体|中心|发布|观察|传媒|资讯|融媒|通讯|证券|研究院|汇|快讯)$/;

const decode = (text: string) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").trim();

/** Takes `（文章来源：X）` out of a sanitised body. */
export function takeAttribution(html: string): { html: string; sourceName: string } {
  const plain = html.replace(MARKS_AROUND, "<p>$1</p>");
  const own = [...plain.matchAll(OWN_PARAGRAPH)].findLast((match) => match[0].includes("文章来源"));
  if (own) {
    const rest = plain.slice(0, own.index) + plain.slice(own.index + own[0].length);
    return { html: rest, sourceName: decode(own[1]!) };
  }
  const glued = GLUED.exec(html);
  if (!glued?.[0].includes("文章来源")) return { html, sourceName: "" };
  return { html: `${html.slice(0, glued.index)}</p>`, sourceName: decode(glued[1]!) };
}

/** The outlet that a digest names in its tail: `…（上海证券报）`, `…(中证网)`. Empty when the tail is something else. */
export function outletInTail(text: string): string {
  const tail = /[（(]([^（）()\s：:，。]{2,20})[）)]\s*$/.exec(text)?.[1] ?? "";
  return OUTLET.test(tail) && !/记者|编辑|作者|\d/.test(tail) ? tail : "";
}
