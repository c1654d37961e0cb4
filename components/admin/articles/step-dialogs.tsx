import { ReasonDialog } from "./reason-dialog";
import type { Dialogs } from "./step-acts";

type Props = Dialogs & { onWithdraw: (reason: string) => void; onReturn: (note: string) => void };

/** What asks for words before a step. Outside of the article's form: forms do not nest. */
export const StepDialogs = ({ withdrawing, returning, onWithdraw, onReturn }: Props) => (
  <>
    <ReasonDialog
      ref={withdrawing}
      title="撤回这篇文章"
      effect="列表里不再有它，原来的地址换成撤回说明，写着原因和时间。以后还可以重新发布。"
      label="原因"
      note="会显示给读者"
      verb="确认撤回"
      onConfirm={onWithdraw}
    />
    <ReasonDialog
      ref={returning}
      title="退回这篇稿件"
      effect="稿件变回草稿，作者改好后可以再交审。"
      label="要改什么"
      note="作者会看到"
      verb="退回"
      onConfirm={onReturn}
    />
  </>
);
