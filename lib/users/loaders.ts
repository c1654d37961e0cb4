import "server-only";
import { connection } from "next/server";
import { getDb } from "@/lib/db/client";
import { isSetupTokenGood } from "@/lib/users/queries";

export async function loadSetup(token: string): Promise<boolean> {
  await connection();
  return isSetupTokenGood(getDb(), token, new Date());
}
