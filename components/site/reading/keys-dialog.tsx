const KEYS = [
  { key: "j", does: "下一个标题" },
  { key: "k", does: "上一个标题" },
  { key: "o / Enter", does: "打开这一篇" },
  { key: "s", does: "加入或移出稍后读" },
  { key: "?", does: "这张表" },
];

/** The keys of reader pages; islands/reading/keys.ts opens it. */
export const KeysDialog = () => (
  <dialog className="keys-dialog" aria-labelledby="keys-help">
    <h2 id="keys-help">键盘快捷键</h2>
    <dl>
      {KEYS.map(({ key, does }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog">
      <label>
        <input type="checkbox" /> 使用单键快捷键
      </label>
      <button type="submit">关闭</button>
    </form>
  </dialog>
);
