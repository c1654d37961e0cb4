"use client";

import { useCallback, useRef, useState } from "react";
import { type StoredPicture, sendFile } from "@/components/admin/media/send-file";
import { useQueue } from "./use-queue";

export type UploadItem = {
  key: number;
  file: File;
  state: "waiting" | "sending" | "done" | "failed";
  /** 0 to 1. */
  progress: number;
  message: string;
};

/** More at once would only share the line. */
const AT_ONCE = 2;

/** Files on their way to the library, in the order in which they came. */
export function useUploads(onStored: (picture: StoredPicture, key: number) => void) {
  const [items, setItems] = useState<UploadItem[]>([]);
  const made = useRef(0);
  const stored = useRef(onStored);
  stored.current = onStored;

  const change = useCallback((key: number, set: Partial<UploadItem>) => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...set } : item)));
  }, []);

  const enqueue = useQueue(async (item: UploadItem) => {
    change(item.key, { state: "sending" });
    const answer = await sendFile(item.file, (progress) => change(item.key, { progress }));
    if (answer.ok) {
      change(item.key, { state: "done", progress: 1, message: answer.isNew ? "" : "图库里已有这张，没有重复存" });
      stored.current(answer.picture, item.key);
    } else change(item.key, { state: "failed", message: answer.message });
  }, AT_ONCE);

  const add = useCallback(
    (files: Iterable<File>): { key: number; name: string }[] => {
      const fresh = [...files].map((file): UploadItem => {
        made.current += 1;
        return { key: made.current, file, state: "waiting", progress: 0, message: "" };
      });
      setItems((all) => [...all.filter(({ state }) => state !== "done"), ...fresh]);
      enqueue(fresh);
      return fresh.map(({ key, file }) => ({ key, name: file.name }));
    },
    [enqueue],
  );

  const retry = useCallback(
    (item: UploadItem) => {
      change(item.key, { state: "waiting", progress: 0, message: "" });
      enqueue([item]);
    },
    [change, enqueue],
  );

  const dismiss = useCallback((key: number) => setItems((all) => all.filter((item) => item.key !== key)), []);

  return { items, add, retry, dismiss };
}
