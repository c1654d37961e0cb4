import { OutletOptions } from "@/components/admin/articles/outlet-options";
import { Field } from "@/components/ui/field";
import type { DeskArticle } from "@/lib/articles/desk-loaders";

type Props = {
  article: DeskArticle["article"] | null;
  outlets: { id: string; name: string }[];
  fields: Record<string, string>;
};

/** Everything about an article but its title and text. */
export function PanelFields({ article, outlets, fields }: Props) {
  return (
    <>
      <section>
        <h2>归属</h2>
        <Field name="categoryId" label="媒体" fault={fields.categoryId}>
          {(control) => (
            <select {...control} defaultValue={article?.categoryId ?? ""}>
              <OutletOptions outlets={outlets} />
            </select>
          )}
        </Field>
        <div className="two">
          <Field name="kind" label="类型" fault={fields.kind}>
            {(control) => (
              <select {...control} defaultValue={article?.kind ?? "story"}>
                <option value="story">报道</option>
                <option value="flash">快讯</option>
              </select>
            )}
          </Field>
          <Field name="level" label="级别" fault={fields.level}>
            {(control) => (
              <select {...control} defaultValue={article?.level ?? 1}>
                <option value="1">普通</option>
                <option value="2">重要</option>
                <option value="3">特别重要</option>
              </select>
            )}
          </Field>
        </div>
        <Field name="tags" label="标签" note="用顿号隔开" fault={fields.tags}>
          {(control) => (
            <input {...control} defaultValue={article?.tags.join("、")} autoComplete="off" placeholder="央行、流动性" />
          )}
        </Field>
        <Field name="symbols" label="提及的证券" note="代码，用空格隔开" fault={fields.symbols}>
          {(control) => (
            <textarea
              {...control}
              rows={1}
              className="mono"
              defaultValue={article?.symbols.join(" ")}
              placeholder="SH600036 SZ000001"
            />
          )}
        </Field>
      </section>
      <section>
        <h2>地址与摘要</h2>
        <Field name="slug" label="地址" note="空着由标题生成" fault={fields.slug}>
          {(control) => (
            <input
              {...control}
              className="mono"
              defaultValue={article?.slug}
              autoComplete="off"
              spellCheck={false}
              maxLength={120}
            />
          )}
        </Field>
        <Field name="summary" label="摘要" fault={fields.summary}>
          {(control) => <textarea {...control} rows={3} defaultValue={article?.summary} placeholder="空着时取首段" />}
        </Field>
      </section>
      <section>
        <h2>来源</h2>
        <Field name="sourceName" label="文章来源" fault={fields.sourceName}>
          {(control) => <input {...control} defaultValue={article?.sourceName} autoComplete="off" />}
        </Field>
        <Field name="originalUrl" label="原文链接" fault={fields.originalUrl}>
          {(control) => (
            <input
              {...control}
              inputMode="url"
              defaultValue={article?.originalUrl}
              autoComplete="off"
              placeholder="https://"
            />
          )}
        </Field>
        <Field name="editorName" label="责任编辑" fault={fields.editorName}>
          {(control) => <input {...control} defaultValue={article?.editorName} autoComplete="off" />}
        </Field>
      </section>
    </>
  );
}
