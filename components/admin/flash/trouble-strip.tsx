import { SignInAgain } from "@/components/admin/articles/sign-in-again";
import type { Trouble } from "@/components/admin/articles/unanswered";
import { Button } from "@/components/ui/button";

type Props = { trouble: Trouble | null; pending: boolean; onAgain: () => void };

/** What went wrong, beside the field whose text stays. */
export function TroubleStrip({ trouble, pending, onAgain }: Props) {
  if (!trouble) return null;
  const faults = Object.values(trouble.fields);
  return (
    <div className="alert" role="alert">
      <p>{faults.length > 0 && trouble.message === "请检查标出的地方" ? faults.join("；") : trouble.message}</p>
      {trouble.isUnanswered && (
        <Button look="main" pending={pending} onClick={onAgain}>
          {pending ? "请稍候…" : "再试一次"}
        </Button>
      )}
      {trouble.code === "unauthenticated" && <SignInAgain />}
    </div>
  );
}
