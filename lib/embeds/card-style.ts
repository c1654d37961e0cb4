import type { Site } from "@/lib/settings/defaults";

/**
 * The style of a card. It stands in the page, allowed by its hash: one answer is all that the other site waits for. The
 * colours are those of app/styles/tokens.css, the accents those of the settings.
 */
export const cardStyle = ({ accentDay, accentNight }: Pick<Site, "accentDay" | "accentNight">) => `
:root{color-scheme:light dark;--paper:#fff;--ink:#14191a;--ink-2:#3e4648;--muted:#5c6668;--rule:#d8dedb;--accent:${accentDay};--plate:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#1b1f21;--ink:#e7ebea;--ink-2:#bfc7c7;--muted:#98a3a5;--rule:#2a3033;--accent:${accentNight};--plate:#aeb4b4}}
*{box-sizing:border-box;margin:0}
html,body{block-size:100%}
body{background:var(--paper);color:var(--ink);font:400 .875rem/1.6 "PingFang SC","Microsoft YaHei","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC",system-ui,sans-serif;text-autospace:normal}
a{color:inherit;text-decoration:none}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
main{position:relative;display:grid;grid-template:"from from" auto "text picture" 1fr "more more" auto/minmax(0,1fr) auto;gap:.4rem 1.1rem;block-size:100%;padding:.9rem 1.1rem .7rem;border:1px solid var(--rule);border-block-start:3px double var(--ink);overflow:hidden}
.from{grid-area:from;display:flex;gap:.8em;font-size:.8125rem;color:var(--muted);white-space:nowrap}
.from b{color:var(--ink-2);overflow:hidden;text-overflow:ellipsis}
.text{grid-area:text;min-block-size:0;overflow:hidden}
h1{font:700 1.125rem/1.4 "Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC","STSong","Microsoft YaHei",serif;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
h1 a::after{content:"";position:absolute;inset:0}
main:hover h1 a{color:var(--accent)}
.text p{margin-block-start:.35rem;color:var(--ink-2);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.picture{grid-area:picture;inline-size:9.5rem;block-size:100%;max-block-size:6.75rem;background:var(--plate)}
.picture img{display:block;inline-size:100%;block-size:100%;object-fit:cover;mix-blend-mode:multiply}
.more{grid-area:more;padding-block-start:.4rem;border-block-start:1px solid var(--rule);font-size:.8125rem;color:var(--accent);font-weight:700}
.more a{position:relative;display:inline-block;padding-block:.15rem}
.more a:hover{text-decoration:underline}
@media (min-width:30rem){h1{font-size:1.25rem}}
@media (max-width:29.99rem){.picture{inline-size:5.5rem;max-block-size:5.5rem}.text p{-webkit-line-clamp:3}}
@media (max-height:11rem){.text p{display:none}}
@media (max-height:8rem){.picture{display:none}h1{-webkit-line-clamp:1}}
`;
