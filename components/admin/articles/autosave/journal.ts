import type { ArticleFields } from "@/lib/writing/fields";
import type { Paste } from "@/lib/writing/validation";

/** What this browser holds of one person's unsaved text about one article. */
export type Entry = {
  userId: string;
  articleId: string;
  fields: ArticleFields;
  seq: number;
  baseVersion: number;
  savedAt: string;
  /** Pasted originals that the server had not confirmed; absent in what an older program wrote. */
  pastes?: Paste[];
};

const STORE = "journal";
const PATIENCE_MS = 4_000;
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open("finews-writing", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ["userId", "articleId"] });
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error("blocked"));
    request.onsuccess = () => {
      request.result.onclose = () => {
        opened = undefined;
      };
      done(request.result);
    };
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Resolves once the browser says that the change is on the disk; a storage that never answers is a failure too. */
function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const result = open().then(
    (db) =>
      new Promise<T>((done, fail) => {
        const transaction = db.transaction(STORE, mode, { durability: "strict" });
        const request = work(transaction.objectStore(STORE));
        transaction.oncomplete = () => done(request.result);
        transaction.onabort = transaction.onerror = () => fail(transaction.error ?? request.error);
      }),
  );
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error("no answer")), PATIENCE_MS));
  return Promise.race([result, late]);
}

export const readJournal = (userId: string, articleId: string): Promise<Entry | undefined> =>
  run("readonly", (store) => store.get([userId, articleId]));

export const writeJournal = (entry: Entry) => run("readwrite", (store) => store.put(entry));

export const clearJournal = (userId: string, articleId: string) =>
  run("readwrite", (store) => store.delete([userId, articleId]));

export const listJournal = (userId: string): Promise<Entry[]> =>
  run("readonly", (store) => store.getAll(IDBKeyRange.bound([userId], [userId, []])));
