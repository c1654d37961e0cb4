type Props = { same: { id: string; name: string; slug: string }[]; path: string; what: string };

/** Who sounds the same, or has the same address but for a number. */
export function SameNote({ same, path, what }: Props) {
  if (same.length === 0) return null;
  return (
    <p className="tax-note">
      {what}的还有：
      {same.map(({ id, name, slug }, index) => (
        <span key={id}>
          {index > 0 && "、"}
          <a href={`${path}/${id}`}>{name}</a>（<span className="path">{slug}</span>）
        </span>
      ))}
    </p>
  );
}
