import { Code, Part } from "@/components/site/developers/part";
import { describeChanges } from "@/lib/api/describe";

/** How somebody keeps a copy that is true, step by step. */
export const Changes = ({ api }: { api: string }) => (
  <Part id="changes" title="变更流">
    <p>发布、改动、更正、撤回和删除，按发生的先后各占一条，一条不漏，也不会事后插进来。要保存一份副本，这样做：</p>
    <ol>
      <li>
        先记下起点：
        <Code>{`curl '${api}/changes?since=now'`}</Code>
      </li>
      <li>
        再用 <code>/articles</code> 一页页取完存量。其间的改动都在起点之后，不会丢。
      </li>
      <li>
        此后每隔一会儿，带着上一次的 <code>next</code> 来取：
        <Code>{`curl '${api}/changes?since=Yy4xMDI0&text=full'`}</Code>
      </li>
      <li>
        逐条处理：有 <code>article</code> 的，用它覆盖你的那一份；withdrawn 和 taken_down
        的，把那一份撤下，它们不再带任何文字。处理完，存下新的 <code>next</code>。
      </li>
      <li>
        <code>more</code> 为 true，说明后面还有，马上再取；为 false 就等下一次。
      </li>
    </ol>
    <p>
      <code>article</code> 是文章现在的样子，不是当时的。同一篇改了几次，几条里都是最新的一版，重复处理也无妨。
    </p>
    <Code>{describeChanges()}</Code>
  </Part>
);
