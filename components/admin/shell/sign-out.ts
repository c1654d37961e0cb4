import { signOut } from "next-auth/react";

/** Ends the session of this browser and leads to the door. */
export async function signOutHere() {
  await signOut({ redirect: false });
  window.location.assign("/sign-in");
}
