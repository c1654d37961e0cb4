import { beijingIso, recentTime } from "@/lib/dates";
import type { PersonPage } from "@/lib/users/people-loaders";

/** Where somebody is signed in. */
export function DeviceList({ devices, now }: Pick<PersonPage, "devices"> & { now: string }) {
  if (devices.length === 0) return <p className="hint">现在没有登录。</p>;
  return (
    <ul className="lines">
      {devices.map(({ id, name, network, lastSeenAt }) => (
        <li key={id}>
          <p>
            {name}
            <small>
              {network && `${network}，`}最近{" "}
              <time dateTime={beijingIso(lastSeenAt)}>{recentTime(lastSeenAt, now)}</time>
            </small>
          </p>
        </li>
      ))}
    </ul>
  );
}
