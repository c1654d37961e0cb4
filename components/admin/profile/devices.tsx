"use client";

import { useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { beijingIso, recentTime } from "@/lib/dates";
import { endOtherSessions, endOwnSession } from "@/lib/users/profile/actions";
import type { Profile } from "@/lib/users/profile-loaders";

/** Where one is signed in, and the way out of there. */
export function Devices({ devices, now }: Pick<Profile, "devices"> & { now: string }) {
  const { pending, send } = useAnswer();
  return (
    <>
      <ul className="lines">
        {devices.map(({ id, name, network, isThis, createdAt, lastSeenAt }) => (
          <li key={id}>
            <p>
              {name}
              {isThis && <small className="kind">这台</small>}
              <small>
                {network && `${network}，`}
                <time dateTime={beijingIso(createdAt)}>{recentTime(createdAt, now)}</time> 登录，最近{" "}
                <time dateTime={beijingIso(lastSeenAt)}>{recentTime(lastSeenAt, now)}</time>
              </small>
            </p>
            {!isThis && (
              <Button pending={pending} onClick={() => send(() => endOwnSession({ id }), "那台设备已退出")}>
                退出<span className="sr">{name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 && (
        <Button look="danger" pending={pending} onClick={() => send(() => endOtherSessions({}), "其他设备都已退出")}>
          退出其他所有设备
        </Button>
      )}
    </>
  );
}
