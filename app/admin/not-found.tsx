import "./styles/door.css";

/** For an article that does not exist, or that an author may not see: nobody learns which. */
export default function DeskNotFound() {
  return (
    <div className="door">
      <main id="main">
        <title>没有找到 - 编辑部 - 金融消息</title>
        <h1>没有这一页</h1>
        <p>文章不存在，或者不是你的稿件。</p>
        <p>
          <a className="btn" href="/admin/articles">
            回到文章列表
          </a>
        </p>
      </main>
    </div>
  );
}
