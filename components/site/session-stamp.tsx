import { SESSION_MEANS, sessionAt } from "@/lib/markets/sessions";

/** What the exchanges did at a moment, as a small word in a frame; nothing where it is not known. */
export function SessionStamp({ at }: { at: string }) {
  const session = sessionAt(at);
  if (!session) return null;
  return (
    <b className="stamp" title={`A 股${SESSION_MEANS[session]}`}>
      {session}
    </b>
  );
}
