import "./styles/door.css";

/** For what does not exist, or is not for this person to see: nobody learns which. */
export default function DeskNotFound() {
  return (
    <div className="door">
      <main id="main">
        <title>没有找到 - 编辑部</title>
        <h1>没有这一页</h1>
        <p>它不存在，或者不对你开放。</p>
        <p>
          <a className="btn" href="/admin/articles">
            回到文章列表
          </a>
        </p>
      </main>
    </div>
  );
}
