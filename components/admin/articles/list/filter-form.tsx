"use client";

import type { FormEvent, ReactNode } from "react";
import { deskPath, readDeskParams } from "@/lib/articles/desk-params";

/** Sends the filter as the list itself would write it: what is not said does not stand in the address. */
export function FilterForm({ children }: { children: ReactNode }) {
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const said = Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).map(String)]));
    const single = ([name, values]: [string, string[]]) => [name, name === "cols" ? values : values[0]];
    window.location.assign(deskPath(readDeskParams(Object.fromEntries(Object.entries(said).map(single)))));
  }
  return (
    <form action="/admin/articles" onSubmit={send}>
      {children}
    </form>
  );
}
