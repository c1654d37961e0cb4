import type { Metadata } from "next";
import { FrontDesk } from "@/components/admin/front/front-desk";
import { loadFrontDesk } from "@/lib/front/desk-loaders";
import { homePath } from "@/lib/urls";
import "../../styles/front.css";
import "../../styles/preview.css";

export const metadata: Metadata = { title: "首页编排" };

export default async function FrontDeskPage({ searchParams }: PageProps<"/admin/front">) {
  const desk = await loadFrontDesk(await searchParams);
  return (
    <>
      <header className="top">
        <h1>首页编排</h1>
        <p className="top-sub">
          <a href={homePath}>看首页</a>
        </p>
      </header>
      <FrontDesk desk={desk} />
    </>
  );
}
