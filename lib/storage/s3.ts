import { AwsClient } from "aws4fetch";
import { requireKey, type Storage } from "./types";

export type S3Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Any server that speaks S3, addressed by path: `https://s3.example.com/bucket/key`. */
export function s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): Storage {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const at = (key: string) => `${endpoint}/${encodeURIComponent(bucket)}/${requireKey(key)}`;

  async function ask(key: string, init: { method: string; body?: BodyInit; headers?: Record<string, string> }) {
    const response = await client.fetch(at(key), init);
    if (response.ok || (response.status === 404 && init.method !== "PUT")) return response;
    const detail = (await response.text()).slice(0, 300);
    throw new Error(`S3 answered ${init.method} ${key} with ${response.status}: ${detail}`);
  }

  return {
    async put(key, bytes, contentType) {
      const headers = { "Content-Type": contentType, "Content-Length": String(bytes.byteLength) };
      const response = await ask(key, { method: "PUT", body: bytes as Uint8Array<ArrayBuffer>, headers });
      await response.body?.cancel();
    },
    async get(key) {
      const response = await ask(key, { method: "GET" });
      if (response.status !== 404) return response.body;
      await response.body?.cancel();
      return null;
    },
    async delete(key) {
      const response = await ask(key, { method: "DELETE" });
      await response.body?.cancel();
    },
    async exists(key) {
      const response = await ask(key, { method: "HEAD" });
      return response.status !== 404;
    },
  };
}
