import { MAX_BYTES, TOO_LARGE } from "@/lib/media/validation";

/** What the server says of a picture it took: as an article's body stores it. */
export type StoredPicture = {
  id: string;
  src: string;
  alt: string;
  width: number;
  height: number;
  caption: string;
  credit: string;
};

type Answer = { ok: true; isNew: boolean; picture: StoredPicture } | { ok: false; message: string };

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { ok: false, message: "服务器没有给出回答，请重试" };
  }
}

/** Sends one file; `onProgress` hears from 0 to 1. Never rejects: a fault is an answer. */
export function sendFile(file: File, onProgress: (part: number) => void, replace?: string): Promise<Answer> {
  // Said before a byte is sent; the server measures again.
  if (file.size > MAX_BYTES) return Promise.resolve({ ok: false, message: TOO_LARGE });
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/admin/media${replace ? `?replace=${replace}` : ""}`);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => done(readAnswer(request.responseText)));
    request.addEventListener("error", () => done({ ok: false, message: "网络断了，没有传上去" }));
    request.addEventListener("abort", () => done({ ok: false, message: "上传中断了" }));
    request.send(file);
  });
}
