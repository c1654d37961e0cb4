/**
 * Keeps the last articles that were read, and shows them when there is no network. The network is always asked first and
 * waited for: a page that is kept is never sent in its place.
 */
import { cleared, keep, keptList, match, matchPart, withNotice } from "./copies";

declare const VERSION: string;

type Later = Event & { waitUntil: (work: Promise<unknown>) => void };
type Asked = Later & {
  request: Request;
  /** Not in every browser. */
  preloadResponse?: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
};
type Told = Later & { data: { read?: string; save?: string; drop?: string } };
type Scope = {
  addEventListener: (type: string, listener: (event: never) => void) => void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  registration: ServiceWorkerRegistration;
};
const scope = self as unknown as Scope;

/** The page that says what is kept. */
const OFFLINE = "/later";
const SHELL = `shell-${VERSION}`;
const UNTOUCHED = /^\/(?:admin|api|sign-in|setup|access|search|preview|reports)(?:\/|$)/;
/** What is no longer there must not be read from a copy either. */
const GONE = [404, 410, 451];

scope.addEventListener("install", (event: Later) => {
  event.waitUntil(keep(SHELL, OFFLINE).then(() => scope.skipWaiting()));
});

scope.addEventListener("activate", (event: Later) => {
  const settle = async () => {
    for (const name of await caches.keys()) if (name.startsWith("shell-") && name !== SHELL) await caches.delete(name);
    await scope.registration.navigationPreload?.enable();
    await scope.clients.claim();
  };
  event.waitUntil(settle());
});

/** One after the other, so that no two of them count the copies at once. */
let work: Promise<unknown> = Promise.resolve();
const inTurn = (step: () => Promise<unknown>) => {
  work = work.then(step).catch(() => {});
  return work;
};

scope.addEventListener("message", (event: Told) => {
  const { read, save, drop } = event.data;
  if (read) event.waitUntil(inTurn(() => keep("kept", read)));
  if (save) event.waitUntil(inTurn(() => keep("later", save)));
  if (drop) event.waitUntil(inTurn(() => cleared("later", drop)));
});

scope.addEventListener("fetch", (event: Asked) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || UNTOUCHED.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(visit(event, pathname));
  else if (["style", "script", "image"].includes(request.destination) && isOfReaders(request.referrer))
    event.respondWith(fetch(request).catch(() => matchPart(pathname)));
});

const isOfReaders = (referrer: string) => referrer === "" || !UNTOUCHED.test(new URL(referrer).pathname);

async function visit(event: Asked, path: string): Promise<Response> {
  let response: Response;
  try {
    response = (await event.preloadResponse?.catch(() => undefined)) ?? (await fetch(event.request));
  } catch {
    return withoutNetwork(path);
  }
  if (GONE.includes(response.status))
    event.waitUntil(inTurn(() => Promise.all([cleared("kept", path), cleared("later", path)])));
  return path === OFFLINE && response.ok ? keptList(response) : response;
}

async function withoutNetwork(path: string): Promise<Response> {
  const copy = (await match("kept", path)) ?? (await match("later", path));
  if (copy) return withNotice(copy);
  const page = await match(SHELL, OFFLINE);
  return page ? keptList(page, path !== OFFLINE) : Response.error();
}
