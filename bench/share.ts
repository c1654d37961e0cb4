import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { SITE_DEFAULTS } from "@/lib/settings/defaults";
import { drawShareImage } from "@/lib/share-images/draw";
import { drawArticle } from "@/lib/share-images/drawing";
import { MEASURED, measure, tableHead } from "./measure";

const HEADLINES = {
  "a short headline": "央行降准",
  "an ordinary headline": "宁德时代与多家锂盐厂签订三年长协，定价改为“季度均价下浮”",
  "a headline that is cut": "国家金融监督管理总局就理财产品流动性风险管理办法公开征求意见".repeat(4),
};
const AT_ONCE = 16;

const drawingOf = (title: string, n: number) =>
  drawArticle(
    { kind: "story", level: 1, title: `${n} ${title}`, categoryName: "东岸财经", publishAt: "2026-11-23T06:20:00Z" },
    SITE_DEFAULTS,
  );

/** What a share image costs, and how long it holds up everything else that the process does. */
export async function run() {
  console.log(`Share images (${cpus().length} cores, Node ${process.version})\n`);
  const before = process.memoryUsage().rss;
  const from = performance.now();
  await drawShareImage(drawingOf("央行降准", 0));
  const first = performance.now() - from;
  console.log(
    `first one, with the font read: ${first.toFixed(0)} ms\n\nDrawn, ${MEASURED}\n\n${tableHead("the process")}`,
  );
  let n = 0;
  for (const [name, title] of Object.entries(HEADLINES)) {
    await measure(name, async () => (await drawShareImage(drawingOf(title, n++)))!.length);
  }
  const idle = performance.eventLoopUtilization();
  await Promise.all(
    Array.from({ length: AT_ONCE }, () => drawShareImage(drawingOf(HEADLINES["an ordinary headline"], n++))),
  );
  const { active } = performance.eventLoopUtilization(idle);
  const png = await drawShareImage(drawingOf(HEADLINES["an ordinary headline"], 1));
  console.log(`\nmain thread busy for each of ${AT_ONCE} asked for at once: ${(active / AT_ONCE).toFixed(1)} ms`);
  console.log(`size of an ordinary one: ${(png!.length / 1024).toFixed(0)} KB`);
  console.log(`memory taken: ${((process.memoryUsage().rss - before) / 2 ** 20).toFixed(0)} MB`);
}
