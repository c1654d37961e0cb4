import "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** islands/search/suggest.ts */
      "search-suggest": React.HTMLAttributes<HTMLElement>;
    }
  }
}
