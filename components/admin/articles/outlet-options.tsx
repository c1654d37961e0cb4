/** What a select of outlets holds. */
export const OutletOptions = ({ outlets }: { outlets: { id: string; name: string }[] }) => (
  <>
    <option value="">请选媒体</option>
    {outlets.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </>
);
