/** What the page says of its article. */
export const thisArticle = () => ({
  title: document.querySelector(".story h1")?.textContent ?? document.title,
  url: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href,
});

export const say = (detail: string) => document.dispatchEvent(new CustomEvent("say", { detail }));
