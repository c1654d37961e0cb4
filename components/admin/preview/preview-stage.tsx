import { Monitor, Smartphone } from "lucide-react";

const WIDTHS = {
  desktop: { label: "桌面", Icon: Monitor },
  phone: { label: "手机", Icon: Smartphone },
} as const;
type Width = keyof typeof WIDTHS;
const widths = Object.keys(WIDTHS) as Width[];

/** The reader's page in a frame as wide as a screen or a phone; on a small screen the wide one is scaled down. */
export function PreviewStage({ article, width }: { article: { id: string; title: string }; width: Width }) {
  const { id, title } = article;
  return (
    <main id="main" aria-label="预览">
      <h1 className="sr">预览：{title}</h1>
      <nav className="pv-widths" aria-label="屏幕宽度">
        {widths.map((key) => {
          const { label, Icon } = WIDTHS[key];
          return (
            <a
              key={key}
              href={`/admin/articles/${id}/preview?width=${key}`}
              aria-current={key === width ? "page" : undefined}
            >
              <Icon className="icon" aria-hidden />
              {label}
            </a>
          );
        })}
      </nav>
      <div className="pv-stage">
        <iframe
          className={`pv-frame pv-${width}`}
          src={`/preview/articles/${id}`}
          title={`预览，${WIDTHS[width].label}`}
        />
      </div>
    </main>
  );
}
