"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";

export function SignOutButton({ icon = false }: { icon?: boolean }) {
  async function leave() {
    await signOut({ redirect: false });
    window.location.assign("/sign-in");
  }
  return (
    <button type="button" onClick={leave}>
      {icon && <LogOut className="icon" aria-hidden />}
      退出
    </button>
  );
}
