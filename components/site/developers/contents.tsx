const PARTS = [
  ["start", "开始"],
  ["addresses", "地址"],
  ["fields", "文章的字段"],
  ["pages", "翻页与缓存"],
  ["changes", "变更流"],
  ["problems", "错误"],
  ["limits", "频率与令牌"],
  ["embedding", "嵌入文章"],
  ["subscribing", "订阅"],
  ["licence", "使用规则"],
] as const;

export const Contents = () => (
  <nav className="dev-nav" aria-label="本页目录">
    <ol>
      {PARTS.map(([id, name]) => (
        <li key={id}>
          <a href={`#${id}`}>{name}</a>
        </li>
      ))}
    </ol>
  </nav>
);
