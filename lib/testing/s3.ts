import type { AddressInfo } from "node:net";
import S3rver from "s3rver";
import { type S3Settings, s3Storage } from "@/lib/storage/s3";

/** An S3 server of our own with an empty bucket; `open` gives a storage in it, some of its settings changed. */
export async function startS3(directory: string) {
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: "pictures", configs: [] }],
  });
  const { port } = (await server.run()) as AddressInfo;
  const settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: "pictures",
    region: "us-east-1",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  };
  return { open: (set: Partial<S3Settings> = {}) => s3Storage({ ...settings, ...set }), close: () => server.close() };
}
