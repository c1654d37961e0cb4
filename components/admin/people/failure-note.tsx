import type { Failure } from "@/lib/actions";

/** What was refused and stands beside no field of its own. */
export function FailureNote({ failure }: { failure: Failure | null }) {
  if (!failure || Object.keys(failure.fields).length > 0) return null;
  return (
    <p className="alert" role="alert">
      {failure.message}
    </p>
  );
}
