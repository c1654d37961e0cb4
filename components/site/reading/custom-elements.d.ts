import "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** islands/article.ts */
      "article-tools": React.HTMLAttributes<HTMLElement> & { "data-outlet": string; "data-time": string };
      /** islands/reading/theme.ts */
      "theme-switch": React.HTMLAttributes<HTMLElement>;
      /** islands/reading/keys.ts */
      "keys-help": React.HTMLAttributes<HTMLElement>;
      /** islands/reading/kept-list.ts */
      "kept-list": React.HTMLAttributes<HTMLElement> & { "data-list": "later" | "my"; "data-of"?: string };
    }
  }
}
