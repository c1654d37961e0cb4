type Props = { title: string; editable: boolean; fault: string | undefined };

/** The title, written where it will stand: above the text. */
export const TitleField = ({ title, editable, fault }: Props) => (
  <>
    <label className="sr" htmlFor="f-title">
      标题
    </label>
    <textarea
      id="f-title"
      name="title"
      className="title"
      rows={2}
      placeholder="标题"
      defaultValue={title}
      readOnly={!editable}
      aria-invalid={fault ? true : undefined}
      aria-describedby={fault ? "f-title-fault" : undefined}
    />
    {fault && (
      <p className="fault" id="f-title-fault">
        {fault}
      </p>
    )}
  </>
);
