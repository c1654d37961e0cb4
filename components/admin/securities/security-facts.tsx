import type { LoadedSecurity } from "@/lib/securities/desk-loaders";
import { KIND_NAMES, NAME_KIND_NAMES } from "@/lib/securities/words";

/** What a security is called, for who may not change it. */
export function SecurityFacts({ security }: { security: LoadedSecurity["security"] }) {
  const { kind, fullName, counterpart, isAmbiguous, names } = security;
  return (
    <dl className="tax-facts">
      <dt>类型</dt>
      <dd>{KIND_NAMES[kind]}</dd>
      <dt>全称</dt>
      <dd>{fullName || "（没有）"}</dd>
      <dt>对应</dt>
      <dd>{counterpart ? <a href={`/admin/securities/${counterpart}`}>{counterpart}</a> : "（没有）"}</dd>
      <dt>叫法</dt>
      <dd>
        {names.length === 0
          ? "（没有）"
          : names
              .map(
                ({ name, kind: of, isAmbiguous: unclear }) =>
                  `${name}（${NAME_KIND_NAMES[of]}${unclear ? "，易混" : ""}）`,
              )
              .join("、")}
      </dd>
      {isAmbiguous && (
        <>
          <dt>易混</dt>
          <dd>名称也是普通词语，要有代码或上下文才算提到</dd>
        </>
      )}
    </dl>
  );
}
