"use client";

import { Button } from "@/components/ui/button";
import { longTime } from "@/lib/dates";
import { revokeInvitation } from "@/lib/users/actions";
import type { PeopleList } from "@/lib/users/people-loaders";
import { ROLE_NAMES } from "@/lib/users/role-names";
import { useAnswer } from "./use-answer";

const MAIL = {
  sent: "邮件已发出",
  waiting: "邮件待发",
  again: "邮件没发出去，稍后再试",
  failed: "邮件发不出去，请重新邀请并把链接交给对方",
};

/** Invitations that nobody has taken up yet. */
export function Invitations({ invitations }: Pick<PeopleList, "invitations">) {
  const { pending, send } = useAnswer();
  if (invitations.length === 0) return null;
  return (
    <section className="people-part" aria-labelledby="invitations">
      <h2 id="invitations">待接受的邀请</h2>
      <ul className="lines">
        {invitations.map(({ link, email, role, by, expiresAt, mail }) => (
          <li key={link}>
            <p>
              {email}
              <small>
                {role && ROLE_NAMES[role]}，{by}邀请，{longTime(expiresAt)} 到期{mail && `；${MAIL[mail]}`}
              </small>
            </p>
            <Button pending={pending} onClick={() => send(() => revokeInvitation({ link }), "邀请已撤销")}>
              撤销<span className="sr">给 {email} 的邀请</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
