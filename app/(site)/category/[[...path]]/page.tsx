import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Crumb } from "@/components/site/crumb";
import { DirectoryPage } from "@/components/site/directory";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { loadCategory, loadDirectory, readFurther } from "@/lib/articles/list-loaders";
import { decodeParts } from "@/lib/route-params";
import { categoriesPath, categoryPath, olderPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

async function load(params: Props["params"]) {
  const [slug, ...rest] = decodeParts((await params).path ?? []) ?? [""];
  if (slug === undefined) return "directory" as const;
  const further = readFurther(rest);
  return further && slug ? loadCategory(slug, further.cursor) : null;
}

export default async function CategoryPage({ params }: Props) {
  const found = await load(params);
  if (found === "directory") return <DirectoryPage groups={await loadDirectory()} />;
  if (!found) return <Missing />;
  if (found.state === "moved") permanentRedirect(found.to);
  const { category, page } = found;
  const listPath = categoryPath(category.slug);
  return (
    <Frame section="outlets">
      <header className="page-head">
        <Crumb steps={[{ href: categoriesPath, label: "媒体" }]} />
        <h1>{category.name}</h1>
        {!page.older && (
          <p className="stand">
            {category.description || `本站收录其报道共 ${category.count.toLocaleString("en")} 篇。`}
          </p>
        )}
      </header>
      <ListView page={page} listPath={listPath} hideOutlet empty="这家媒体还没有公开的报道。" />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (found === "directory") {
    return {
      title: "全部媒体 A–Z",
      description: "本站收录的全部财经媒体，按名称的拼音排列。",
      alternates: { canonical: categoriesPath },
    };
  }
  if (found?.state !== "found") return missingMetadata;
  const { path = [] } = await params;
  const { name, slug } = found.category;
  const canonical = path.length > 1 ? olderPath(categoryPath(slug), path.at(-1)!) : categoryPath(slug);
  return { title: name, description: `${name}的最新报道，按时间排列，永久存档。`, alternates: { canonical } };
}
