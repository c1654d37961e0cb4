import type { Failure } from "@/lib/actions";

type Props = {
  failure: Failure | null;
  /** A line as below a field, where a box would be too much. */
  isLine?: boolean;
};

/** What was refused and stands beside no field of its own. */
export function FailureNote({ failure, isLine = false }: Props) {
  if (!failure || Object.keys(failure.fields).length > 0) return null;
  return (
    <p className={isLine ? "fault" : "alert"} role="alert">
      {failure.message}
    </p>
  );
}
