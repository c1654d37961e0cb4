import type { ReactNode } from "react";

type Control = {
  id: string;
  name: string;
  "aria-invalid": boolean | undefined;
  "aria-describedby": string | undefined;
};

/** A label, its control, and what is wrong with it, said beside it. */
export function Field({
  name,
  label,
  note,
  fault,
  children,
}: {
  name: string;
  label: string;
  note?: ReactNode;
  fault?: string | undefined;
  children: (control: Control) => ReactNode;
}) {
  const id = `f-${name}`;
  const faultId = `${id}-fault`;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {note && <span>{note}</span>}
      </label>
      {children({
        id,
        name,
        "aria-invalid": fault ? true : undefined,
        "aria-describedby": fault ? faultId : undefined,
      })}
      {fault && (
        <p className="fault" id={faultId}>
          {fault}
        </p>
      )}
    </div>
  );
}
