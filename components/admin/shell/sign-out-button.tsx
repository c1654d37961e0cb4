"use client";

import { signOut } from "next-auth/react";

export function SignOutButton() {
  async function leave() {
    await signOut({ redirect: false });
    window.location.assign("/sign-in");
  }
  return (
    <button type="button" className="out" onClick={leave}>
      退出
    </button>
  );
}
