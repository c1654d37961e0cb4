import { Fragment } from "react";
import { type OutletPolicyFields, sayPolicy } from "@/components/admin/categories/outlet-policy";

type Outlet = { slug: string; pinyin: string; description: string } & OutletPolicyFields;
type Props = { outlet: Outlet; into: { id: string; name: string } | null };

/** What an outlet is, for who may not change it, or where it went. */
export function OutletFacts({ outlet, into }: Props) {
  const { slug, pinyin, description } = outlet;
  return (
    <>
      {into && (
        <p className="tax-note">
          已并入 <a href={`/admin/categories/${into.id}`}>{into.name}</a>
          ，地址会转到那里。要它回来，请在记录里撤销那次合并。
        </p>
      )}
      <dl className="tax-facts">
        <dt>地址</dt>
        <dd className="path">/category/{slug}</dd>
        <dt>拼音</dt>
        <dd className="path">{pinyin}</dd>
        <dt>说明</dt>
        <dd>{description || "（没有）"}</dd>
        {!into &&
          sayPolicy(outlet).map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </>
  );
}
