/**
 * What `/sw.js` is when the build holds no service worker: browsers ask for it at each visit, and one that still has a
 * worker of ours gets rid of it and of everything that it kept.
 */
export const FAREWELL_WORKER = `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const leave = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await registration.unregister();
  };
  event.waitUntil(leave());
});
`;
