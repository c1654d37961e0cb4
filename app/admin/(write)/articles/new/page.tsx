import { redirect } from "next/navigation";
import { connection } from "next/server";
import { v7 as uuidv7 } from "uuid";

/** A new article has its address from the first letter on, so that its unsaved text is found there again. */
export default async function NewArticlePage() {
  await connection();
  redirect(`/admin/articles/${uuidv7()}?new`);
}
