import { useSiteName } from "@/components/admin/shell/site-name";
import { DESCRIPTION_LENGTH, excerpt } from "@/lib/excerpt";

type Props = { title: string; description: string; outlet: string; slug: string; bodyHtml: string; host: string };

/** A search result has room for so many Chinese characters of a title; two Latin ones take the room of one. */
const TITLE_ROOM = 30;

export function cutTitle(title: string, room = TITLE_ROOM): string {
  let width = 0;
  let cut = "";
  for (const character of title) {
    width += /[\u0000-\u00ff]/.test(character) ? 0.5 : 1;
    if (width > room) return `${cut}…`;
    cut += character;
  }
  return cut;
}

const firstPicture = (html: string) => /<img\b[^>]*\bsrc="(\/[^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");

/** How the story looks when it is passed on in a chat, and how a search engine lists it. */
export function Previews({ title, description, outlet, slug, bodyHtml, host }: Props) {
  const site = useSiteName();
  const picture = firstPicture(bodyHtml);
  const text = excerpt(description, DESCRIPTION_LENGTH);
  return (
    <section aria-labelledby="publish-previews">
      <h3 id="publish-previews">分享与搜索</h3>
      <figure className="pv">
        <figcaption>微信、微博里的卡片</figcaption>
        <div className="card">
          <p className="card-title">{title || "（没有标题）"}</p>
          <p className="card-text">{text}</p>
          {picture ? (
            <img src={picture} alt="" />
          ) : (
            <span className="card-mark" aria-hidden>
              {site}
            </span>
          )}
          <p className="card-from">{outlet ? `${outlet} · ${site}` : site}</p>
        </div>
      </figure>
      <figure className="pv">
        <figcaption>搜索结果</figcaption>
        <div className="serp">
          <p className="serp-where">
            {host} › articles › {slug}
          </p>
          <p className="serp-title">{cutTitle(title) || "（没有标题）"}</p>
          <p className="serp-text">{text}</p>
        </div>
      </figure>
    </section>
  );
}
