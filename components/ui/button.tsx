import type { ComponentProps } from "react";

const LOOKS = { plain: "btn", main: "btn btn-main", danger: "btn btn-danger", wide: "btn btn-main wide" };

type Props = ComponentProps<"button"> & {
  look?: keyof typeof LOOKS;
  /** Work is under way. The button does nothing meanwhile but keeps the focus, which `disabled` would lose. */
  pending?: boolean;
};

export function Button({ look = "plain", pending = false, type = "button", onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={LOOKS[look]}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    />
  );
}
