import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Status, type StatusName } from "@/components/admin/articles/status";

type Props = {
  article: { id: string; version: number; status: StatusName };
  place: string;
  children?: ReactNode;
};

/** The bar over what belongs to one article: back to writing it, where one is, what may be done. */
export function WriteBar({ article, place, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <section className="wbar" aria-label="稿件">
        <a className="ib" href={`/admin/articles/${article.id}`} aria-label="回到写稿">
          <ChevronLeft className="icon" aria-hidden />
        </a>
        <p className="place">
          <b>{place}</b>
          <span>现为第 {article.version} 版</span>
          <Status status={article.status} />
        </p>
        <div className="bar-act">{children}</div>
      </section>
    </>
  );
}
