import { Code, Part } from "@/components/site/developers/part";
import type { Described } from "@/lib/api/describe";

function Parameters({ parameters }: Pick<Described, "parameters">) {
  if (parameters.length === 0) return null;
  return (
    <dl className="dev-list">
      {parameters.map(({ name, isRequired, says, example }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            {isRequired && <small>必写</small>}
          </dt>
          <dd>
            {says}
            {example && (
              <>
                。如 <code>{example}</code>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Operation({ operation }: { operation: Described }) {
  const { id, path, summary, description, parameters, example } = operation;
  return (
    <div className="dev-operation">
      <h3 id={id}>{summary}</h3>
      <p className="dev-address">
        <b>GET</b> <code>{path}</code>
      </p>
      <p>{description}</p>
      <Parameters parameters={parameters} />
      {example && (
        <details>
          <summary>
            答复示例<span className="sr">：{summary}</span>
          </summary>
          <Code>{example}</Code>
        </details>
      )}
    </div>
  );
}

/** Every address with its parameters and an example of its answer. */
export const Operations = ({ operations }: { operations: Described[] }) => (
  <Part id="addresses" title="地址">
    {operations.map((operation) => (
      <Operation key={operation.id} operation={operation} />
    ))}
  </Part>
);
