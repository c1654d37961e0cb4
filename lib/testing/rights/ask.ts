import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AppError } from "@/lib/errors";

const STATUS: Record<number, string> = {
  ...{ 400: "invalid", 401: "unauthenticated", 403: "forbidden", 404: "not_found", 422: "invalid" },
};
type Callable = (...args: unknown[]) => unknown;

/** The export that a row names; a page is its file's default. */
export async function find(name: string): Promise<Callable> {
  const [path, what = "default"] = name.split("#") as [string, string?];
  const file = (await import(pathToFileURL(join(process.cwd(), path)).href)) as Record<string, Callable>;
  const found = file[what];
  if (typeof found !== "function") throw new Error(`${name} is no function`);
  return found;
}

/**
 * What came of a call, in a word: `ok`, an error's code, `hidden` for a page that says there is none, `elsewhere` for
 * one that leads away. Being led to the door is being asked who one is.
 */
export async function ask(call: Callable, args: unknown[]): Promise<string> {
  try {
    return said(await call(...args));
  } catch (error) {
    if (error instanceof AppError) return error.code;
    const { digest } = error as { digest?: string };
    if (digest?.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return "hidden";
    if (digest?.startsWith("NEXT_REDIRECT")) return digest.includes("/sign-in") ? "unauthenticated" : "elsewhere";
    throw error;
  }
}

function said(answer: unknown): string {
  if (answer instanceof Response) return answer.ok ? "ok" : (STATUS[answer.status] ?? String(answer.status));
  // A count of none is what somebody sees who may not see what is counted.
  if (answer === null || answer === 0) return "hidden";
  if (typeof answer !== "object") return "ok";
  if ("ok" in answer) return answer.ok ? "ok" : String((answer as { code?: unknown }).code);
  const { type } = answer as { type?: { name?: string } };
  return type?.name === "PreviewMissing" ? "hidden" : "ok";
}
