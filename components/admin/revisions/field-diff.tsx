type Props = { fields: { name: string; before: string; after: string }[] };

/** What changed beside the text. */
export function FieldDiff({ fields }: Props) {
  return (
    <table className="rev-fields">
      <caption>设置的改动</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">旧</th>
          <th scope="col">新</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before ? <del>{before}</del> : <span className="rev-empty">空</span>}</td>
            <td>{after ? <ins>{after}</ins> : <span className="rev-empty">空</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
