/** Where files are kept. Keys are paths of lower-case parts, such as `media/<id>/1/original`. */
export type Storage = {
  /** Writes the whole file, or nothing: nobody ever reads half of one. */
  put: (key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
  /** Null when there is no such file. */
  get: (key: string) => Promise<ReadableStream<Uint8Array> | null>;
  /** No fault when there is no such file. */
  delete: (key: string) => Promise<void>;
  exists: (key: string) => Promise<boolean>;
};

const KEY = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9.-]*)+$/;

/** Keys are made by the program; one that could leave its folder is a bug. */
export function requireKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`not a storage key: ${key}`);
  return key;
}

export async function readAll(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    chunks.push(value);
  }
}
