type Named = { id: string; name: string };
type Props = { tag: { slug: string; description: string }; into: Named | null; parts: Named[] };

/** What a tag is, for who may not change it, or what took its place. */
export function TagFacts({ tag: { slug, description }, into, parts }: Props) {
  const successors = parts.length > 0 ? parts : into ? [into] : [];
  return (
    <>
      {successors.length > 0 && (
        <p className="tax-note">
          {parts.length > 0 ? "已拆成 " : "已并入 "}
          {successors.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && "、"}
              <a href={`/admin/tags/${id}`}>{name}</a>
            </span>
          ))}
          。要它回来，请在记录里撤销那一次。
        </p>
      )}
      <dl className="tax-facts">
        <dt>地址</dt>
        <dd className="path">/tag/{slug}</dd>
        <dt>说明</dt>
        <dd>{description || "（没有）"}</dd>
      </dl>
    </>
  );
}
