import type { Metadata } from "next";
import { ImportForm } from "@/components/admin/redirects/import-form";
import { MissingList } from "@/components/admin/redirects/missing-list";
import { RedirectForm } from "@/components/admin/redirects/redirect-form";
import { RedirectSearch } from "@/components/admin/redirects/redirect-search";
import { RedirectTable } from "@/components/admin/redirects/redirect-table";
import { loadRedirects } from "@/lib/redirects/loaders";
import { loadMissing } from "@/lib/redirects/missing-loaders";
import { readRedirectParams } from "@/lib/redirects/params";
import "../../styles/media.css";
import "../../styles/redirects.css";

export const metadata: Metadata = { title: "重定向" };

export default async function RedirectsPage({ searchParams }: PageProps<"/admin/redirects">) {
  const state = readRedirectParams(await searchParams);
  const [{ items, newer, older, editing }, missing] = await Promise.all([loadRedirects(state), loadMissing(state)]);
  const now = new Date().toISOString();
  return (
    <>
      <header className="top">
        <h1>重定向</h1>
        <p className="top-sub">打开旧地址的人，一次就转到新地址</p>
      </header>
      <div className="redirects">
        <RedirectForm key={editing?.id ?? state.from ?? ""} editing={editing} from={state.from ?? ""} state={state} />
        <div className="redirect-side">
          <MissingList missing={missing} />
          <ImportForm />
        </div>
        <div>
          <RedirectSearch state={state} />
          <RedirectTable state={state} items={items} newer={newer} older={older} now={now} />
        </div>
      </div>
    </>
  );
}
