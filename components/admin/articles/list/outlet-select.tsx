"use client";

import { type Outlet, useOutlets } from "./use-outlets";

/** The outlet to filter by. Its thousands of options come when the page stands. */
export function OutletSelect({ chosen }: { chosen: Outlet | null }) {
  const outlets = useOutlets(chosen ? [chosen] : []);
  return (
    <select name="category" aria-label="媒体" className="pill" defaultValue={chosen?.id ?? ""}>
      <option value="">全部媒体</option>
      {outlets.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
