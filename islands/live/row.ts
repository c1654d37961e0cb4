import type { LiveFlash } from "@/lib/live/flash";

/** Newer is greater. */
export const key = ({ at, id }: { at?: string; id?: string }) => `${at}${id}`;

/**
 * A flash as a row: a filled copy of the one in the template.
 * @param isColumn the front page's column: short, with the day where it is another than today
 */
export function makeRow(template: DocumentFragment, flash: LiveFlash, isColumn: boolean): HTMLElement {
  const isGone = "label" in flash;
  const of = isGone ? ".flash-gone" : `.flash-${flash.level}`;
  const row = template.querySelector(of)!.cloneNode(true) as HTMLElement;
  const find = <Kind extends HTMLElement = HTMLElement>(selector: string) => row.querySelector<Kind>(selector)!;
  const { id, at, href } = flash;
  Object.assign(row.dataset, { id, at });
  const time = find<HTMLTimeElement>("time");
  time.dateTime = at;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString();
  const isOther = isColumn && !today.startsWith(at.slice(0, 10));
  time.textContent = isOther ? at.slice(5, 10) : at.slice(11, 16);
  find<HTMLAnchorElement>("a").href = href;
  const text = find(".flash-text > span");
  if (isGone) {
    find(".lv").textContent = flash.label;
    text.textContent = flash.words;
    return row;
  }
  row.dataset.of = flash.of;
  find("a b").textContent = flash.title;
  const said = isColumn ? flash.brief : flash.text;
  text.textContent = ` ${said}`;
  if (!said) text.remove();
  const meta = find(".flash-meta");
  const chip = find<HTMLAnchorElement>(".chip");
  chip.remove();
  const outlet = meta.querySelector("a");
  if (outlet) Object.assign(outlet, { href: flash.outlet.href, textContent: flash.outlet.name });
  for (const { name, symbol, href } of flash.stocks) {
    const one = chip.cloneNode(true) as HTMLAnchorElement;
    const code = one.querySelector("span")!;
    code.textContent = symbol;
    one.href = href;
    one.replaceChildren(`${name} `, code);
    meta.append(one);
  }
  if (!meta.firstElementChild) meta.remove();
  return row;
}

/** The list of a flash's day; made where there is none, from the heading in the template. */
export function listOf(live: Element, template: DocumentFragment, at: string, day: string, weekday: string): Element {
  const id = `d-${at.slice(0, 10)}`;
  const known = document.getElementById(id)?.nextElementSibling;
  if (known) return known;
  const heading = template.querySelector(".day")!.cloneNode(true) as HTMLElement;
  heading.id = id;
  const time = heading.querySelector("time")!;
  time.dateTime = at.slice(0, 10);
  time.textContent = day;
  heading.querySelector("span")!.textContent = weekday;
  const list = document.createElement("ol");
  list.className = "flashes flashes-wide";
  const older = [...live.querySelectorAll(".day")].find((one) => one.id < id) ?? live.querySelector("template");
  older?.before(heading, list);
  return list;
}
