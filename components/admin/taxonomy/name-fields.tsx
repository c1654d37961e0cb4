import { Field } from "@/components/ui/field";

type Text = { value: string; onChange: (event: { target: { value: string } }) => void; autoComplete: string };
type Props = {
  text: (name: "name" | "slug") => Text;
  fault: (name: string) => string | undefined;
  /** What the server says of the name. */
  heard: { same: string[]; slug: string; fault: string | null } | null;
  longest: number;
  /** What is the same about the others: their sound, their address. */
  likeness: string;
  /** Whether the address is still to be made from the name. */
  makesAddress: boolean;
  /** What the address becomes, as said when the name is like another's. */
  address: string;
  note: string;
};

/** Name and address of an outlet or tag; who is like it is said while the name is typed. */
export function NameFields({ text, fault, heard, longest, likeness, makesAddress, address, note }: Props) {
  return (
    <>
      <Field name="name" label="名称" fault={fault("name") ?? heard?.fault ?? undefined}>
        {(control) => <input {...control} {...text("name")} maxLength={longest} />}
      </Field>
      <div role="status">
        {heard && heard.same.length > 0 && (
          <p className="sound">
            和{heard.same.map((name) => `「${name}」`).join("、")}
            {likeness}
            {makesAddress && (
              <>
                ，{address} {heard.slug}
              </>
            )}
            。
          </p>
        )}
      </div>
      <Field name="slug" label="地址" note={note} fault={fault("slug")}>
        {(control) => (
          <input
            {...control}
            {...text("slug")}
            className="mono"
            maxLength={80}
            placeholder={heard?.slug}
            spellCheck={false}
          />
        )}
      </Field>
    </>
  );
}
