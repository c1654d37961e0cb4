"use client";

import { signOutHere } from "./sign-out";

export function SignOutButton() {
  return (
    <button type="button" className="out" onClick={signOutHere}>
      退出
    </button>
  );
}
