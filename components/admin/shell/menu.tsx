import { OpenReports } from "@/components/admin/reports/open-reports";
import { NavLink } from "@/components/admin/shell/nav-link";
import { placesFor } from "@/components/admin/shell/places";
import type { Role } from "@/lib/context";

/** Every place of the newsroom that this role has. */
export function Menu({ role }: { role: Role }) {
  return placesFor(role).map(({ name, places }) => (
    <div key={name}>
      <h2>{name}</h2>
      <ul>
        {places.map(({ href, name, icon: Icon }) => (
          <li key={href}>
            <NavLink href={href}>
              <Icon className="icon" aria-hidden />
              <span>{name}</span>
              {href === "/admin/reports" && <OpenReports />}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}
