"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/admin/media/confirm-dialog";
import { Button } from "@/components/ui/button";
import * as actions from "@/lib/users/actions";
import type { PersonPage } from "@/lib/users/people-loaders";
import { MadeLink } from "./made-link";
import { useAnswer } from "./use-answer";

type Link = { url: string; expiresAt: string; isMailed: boolean };
type Question = "disable" | "totp" | null;

/** What an administrator does with an account as a whole. */
export function AccountActs({ person, devices, isMe }: Pick<PersonPage, "person" | "devices" | "isMe">) {
  const { pending, send } = useAnswer();
  const [link, setLink] = useState<Link | null>(null);
  const [asked, setAsked] = useState<Question>(null);
  const { id, name } = person;
  if (person.disabledAt) {
    return (
      <>
        <p>账户停用了，登录不了。启用后，密码和两步验证照旧。</p>
        <Button look="main" pending={pending} onClick={() => send(() => actions.enableUser({ id }), "账户已启用")}>
          启用账户
        </Button>
      </>
    );
  }
  return (
    <>
      {link && <MadeLink {...link} />}
      <div className="acts">
        <Button pending={pending} onClick={() => send(() => actions.createPasswordLink({ id }), setLink)}>
          重设密码的链接
        </Button>
        {person.hasTotp && (
          <Button pending={pending} onClick={() => setAsked("totp")}>
            取消两步验证
          </Button>
        )}
        {devices.length > 0 && !isMe && (
          <Button pending={pending} onClick={() => send(() => actions.signOutEverywhere({ id }), "已在各处退出")}>
            在各处退出
          </Button>
        )}
        {!isMe && (
          <Button look="danger" pending={pending} onClick={() => setAsked("disable")}>
            停用账户
          </Button>
        )}
      </div>
      {asked === "disable" && (
        <ConfirmDialog
          title={`停用${name}的账户？`}
          confirm="停用"
          onConfirm={() => send(() => actions.disableUser({ id }), "账户已停用")}
          onClose={() => setAsked(null)}
        >
          从下一次请求起，{name}在各处都不能用了。稿件和记录都留着，以后可以再启用。
        </ConfirmDialog>
      )}
      {asked === "totp" && (
        <ConfirmDialog
          title={`取消${name}的两步验证？`}
          confirm="取消两步验证"
          dismiss="先不取消"
          onConfirm={() => send(() => actions.resetTotp({ id }), "两步验证已取消")}
          onClose={() => setAsked(null)}
        >
          之后只用密码就能登录。先确认来找你的确是本人。
        </ConfirmDialog>
      )}
    </>
  );
}
