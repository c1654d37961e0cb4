import "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** islands/markets/session-seal.ts */
      "session-seal": React.HTMLAttributes<HTMLElement> & { "data-closed": string; "data-until": string };
      /** islands/live-flashes.ts */
      "live-flashes": React.HTMLAttributes<HTMLElement> & Record<`data-${string}`, unknown>;
    }
  }
}
