"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { beginTotp, disableTotp, renewRecoveryCodes } from "@/lib/users/profile/actions";
import type { Profile } from "@/lib/users/profile-loaders";
import { ConfirmForm } from "./confirm-form";
import { RecoveryCodes } from "./recovery-codes";
import { type Begun, TotpSetup } from "./totp-setup";

type Stage =
  | { at: "rest" | "begin" | "disable" | "renew" }
  | { at: "setup"; begun: Begun }
  | { at: "codes"; codes: string[] };
const REST: Stage = { at: "rest" };
/** Fewer are worth a word. */
const FEW = 3;

/** The second step at sign-in: set up, new recovery codes, off. */
export function TotpSection({ totp }: Pick<Profile, "totp">) {
  const [stage, setStage] = useState<Stage>(REST);
  const rest = () => setStage(REST);
  switch (stage.at) {
    case "begin":
      return (
        <ConfirmForm
          name="继续"
          look="main"
          call={beginTotp}
          onDone={(begun) => setStage({ at: "setup", begun })}
          onCancel={rest}
        />
      );
    case "setup":
      return <TotpSetup begun={stage.begun} onEnabled={(codes) => setStage({ at: "codes", codes })} onCancel={rest} />;
    case "codes":
      return <RecoveryCodes codes={stage.codes} onDone={rest} />;
    case "renew":
      return (
        <ConfirmForm
          name="生成新的恢复码"
          look="main"
          call={renewRecoveryCodes}
          onDone={({ codes }) => setStage({ at: "codes", codes })}
          onCancel={rest}
        />
      );
    case "disable":
      return (
        <ConfirmForm
          name="关闭两步验证"
          look="danger"
          call={disableTotp}
          onDone={() => {
            toast.success("两步验证已关闭");
            rest();
          }}
          onCancel={rest}
        />
      );
    default:
      return totp.isOn ? <On codesLeft={totp.codesLeft} onGo={setStage} /> : <Off onGo={setStage} />;
  }
}

const Off = ({ onGo }: { onGo: (stage: Stage) => void }) => (
  <>
    <p>未开。开启后，登录时除了密码，还要手机应用里的 6 位动态码：密码泄露了，别人也进不来。</p>
    <Button look="main" onClick={() => onGo({ at: "begin" })}>
      开启两步验证
    </Button>
  </>
);

const On = ({ codesLeft, onGo }: { codesLeft: number; onGo: (stage: Stage) => void }) => (
  <>
    <p>
      已开。恢复码还剩 {codesLeft} 个{codesLeft <= FEW && "，该换一批新的了"}。
    </p>
    <div className="acts">
      <Button onClick={() => onGo({ at: "renew" })}>新的恢复码</Button>
      <Button look="danger" onClick={() => onGo({ at: "disable" })}>
        关闭
      </Button>
    </div>
  </>
);
