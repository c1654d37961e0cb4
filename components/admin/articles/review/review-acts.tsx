"use client";

import { Button } from "@/components/ui/button";

type Props = {
  may: { submit: boolean; recall: boolean; return: boolean };
  pending: boolean;
  onSubmit: () => void;
  onRecall: () => void;
  /** Asks what is missing first. */
  onReturn: () => void;
};

/** Handing a story in, taking it back, and giving it back. */
export function ReviewActs({ may, pending, onSubmit, onRecall, onReturn }: Props) {
  return (
    <>
      {may.submit && (
        <Button pending={pending} onClick={onSubmit}>
          交审
        </Button>
      )}
      {may.recall && (
        <Button pending={pending} onClick={onRecall}>
          取回修改
        </Button>
      )}
      {may.return && (
        <Button pending={pending} onClick={onReturn}>
          退回
        </Button>
      )}
    </>
  );
}
