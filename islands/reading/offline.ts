/** Keeps what is read for times without a network: islands/worker/sw.ts. */
const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;

if (worker && isSecureContext) {
  worker
    .register("/sw.js")
    .then(() => worker.ready)
    .then(({ active }) => {
      const { pathname } = location;
      if (/^\/articles\/[^/]+$/.test(pathname)) active?.postMessage({ read: pathname });
    })
    .catch(() => {
      // The browser keeps nothing for this site; reading goes on without.
    });
}
