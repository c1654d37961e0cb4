import "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** islands/live-flashes.ts */
      "live-flashes": React.HTMLAttributes<HTMLElement> & Record<`data-${string}`, unknown>;
    }
  }
}
