"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { AccentFields } from "@/components/admin/settings/accent-fields";
import { LinksField } from "@/components/admin/settings/links-field";
import { LogoField } from "@/components/admin/settings/logo-field";
import { MastheadPreview } from "@/components/admin/settings/masthead-preview";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { Failure } from "@/lib/actions";
import { updateSettings } from "@/lib/settings/actions";
import type { Site } from "@/lib/settings/defaults";

/** What the site says of itself, with the masthead as it will be. */
export function SettingsForm({ site }: { site: Site }) {
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [fields, setFields] = useState(site);
  const [saved, setSaved] = useState(site);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  useFocusFault(form, failure);
  useLeaveGuard(JSON.stringify(fields) !== JSON.stringify({ ...saved, version: fields.version }));
  const faults = failure?.fields ?? {};
  const set = (change: Partial<Site>) => setFields((all) => ({ ...all, ...change }));
  const text = (name: "name" | "tagline" | "description" | "contact" | "licence") => ({
    value: fields[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
    autoComplete: "off",
  });

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    start(async () => {
      const { logo, ...rest } = fields;
      const result = await updateSettings({ ...rest, logoId: logo?.id ?? null });
      setFailure(result.ok ? null : result);
      if (!result.ok) return;
      set({ version: result.data.version });
      setSaved(fields);
      toast.success(result.data.version === fields.version ? "没有改动" : "已保存，所有页面都换上了");
    });
  }

  return (
    <form ref={form} className="settings" onSubmit={save} noValidate>
      <div className="settings-fields">
        <section aria-labelledby="s-identity">
          <h2 id="s-identity">名称与说明</h2>
          <Field name="name" label="网站名称" note="报头、页脚、网页标题" fault={faults.name}>
            {(control) => <input {...control} {...text("name")} maxLength={20} />}
          </Field>
          <Field name="tagline" label="一句话介绍" note="报头右侧，可以不填" fault={faults.tagline}>
            {(control) => <input {...control} {...text("tagline")} maxLength={30} />}
          </Field>
          <Field name="description" label="网站说明" note="页脚与搜索结果" fault={faults.description}>
            {(control) => <textarea {...control} {...text("description")} rows={2} maxLength={120} />}
          </Field>
          <Field name="contact" label="联系方式" note="邮箱、电话或地址，印在页脚" fault={faults.contact}>
            {(control) => <input {...control} {...text("contact")} maxLength={200} />}
          </Field>
          <Field name="licence" label="版权与声明" note="页脚最后一行" fault={faults.licence}>
            {(control) => <textarea {...control} {...text("licence")} rows={2} maxLength={300} />}
          </Field>
        </section>
        <LogoField logo={fields.logo} fault={faults.logoId} onChange={(logo) => set({ logo })} />
        <AccentFields day={fields.accentDay} night={fields.accentNight} faults={faults} onChange={set} />
        <LinksField
          links={fields.footerLinks}
          fault={faults.footerLinks}
          onChange={(footerLinks) => set({ footerLinks })}
        />
        <section aria-labelledby="s-analytics">
          <h2 id="s-analytics">统计与跟踪</h2>
          <p>
            本站没有任何统计脚本，也接不了第三方统计：读者页面不设 Cookie，不连别家服务器，页面的安全策略也不许。
            <a href="/admin">数据页</a>的浏览数由服务器自己计，只有次数，不记是谁。
          </p>
        </section>
      </div>
      <div className="settings-side">
        <MastheadPreview {...fields} />
        <div className="settings-acts">
          <Button type="submit" look="main" disabled={!hydrated} pending={pending}>
            {pending ? "保存中…" : "保存"}
          </Button>
          {failure && (
            <p className="fault" role="alert">
              {failure.message}
            </p>
          )}
        </div>
      </div>
    </form>
  );
}
