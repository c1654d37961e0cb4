import "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** islands/search-suggest.ts */
      "search-suggest": React.HTMLAttributes<HTMLElement>;
      /** islands/live-flashes.ts */
      "live-flashes": React.HTMLAttributes<HTMLElement> & Record<`data-${string}`, unknown>;
    }
  }
}
