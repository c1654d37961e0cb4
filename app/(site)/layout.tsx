import "../styles/site/frame.css";
import "../styles/site/pieces.css";
import "../styles/site/front.css";
import "../styles/site/article.css";
import "../styles/site/lists.css";
import "../styles/site/blank.css";

/** Reader pages: cached whole, never reading the session. The frame is drawn by each page, which knows where it is. */
export default function SiteLayout({ children }: { children: React.ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      {children}
    </>
  );
}
