import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RelinkList } from "@/components/admin/securities/relink-list";
import { SecurityFacts } from "@/components/admin/securities/security-facts";
import { SecurityForm } from "@/components/admin/securities/security-form";
import { TaxHead } from "@/components/admin/taxonomy/tax-head";
import { sayCount } from "@/components/ui/say-count";
import { loadSecurity } from "@/lib/securities/desk-loaders";
import { REFUSED_PATH } from "@/lib/securities/params";
import { stockPath } from "@/lib/urls";
import "../../../styles/people.css";
import "../../../styles/taxonomy.css";
import "../../../styles/securities.css";

export const metadata: Metadata = { title: "证券" };

export default async function SecurityPage({ params }: PageProps<"/admin/securities/[symbol]">) {
  const found = await loadSecurity((await params).symbol);
  if (!found) notFound();
  const { security, count, refused, looks, mayChange } = found;
  const { symbol, name, version } = security;
  return (
    <>
      <TaxHead
        title={name}
        sub={`${symbol}，${sayCount(count)} 篇文章提到`}
        back={{ href: "/admin/securities", label: "证券" }}
        links={[{ href: stockPath(symbol), label: "看页面" }]}
      />
      <div className="tax">
        <section aria-labelledby="facts">
          <h2 id="facts">资料</h2>
          {mayChange ? <SecurityForm key={version} security={security} /> : <SecurityFacts security={security} />}
        </section>
        <div>
          <section aria-labelledby="looks">
            <h2 id="looks">重新关联</h2>
            {looks.length === 0 ? (
              <p className="hint">改了叫法，已有的文章会在后台重新看一遍，这里显示进度。</p>
            ) : (
              <RelinkList looks={looks} now={new Date().toISOString()} />
            )}
          </section>
          {refused > 0 && (
            <section aria-labelledby="refused">
              <h2 id="refused">被拒的链接</h2>
              <p className="hint">
                指向它的 {refused.toLocaleString("en")} 个链接没有收。<a href={REFUSED_PATH}>看全部被拒的链接</a>
              </p>
            </section>
          )}
        </div>
      </div>
    </>
  );
}
