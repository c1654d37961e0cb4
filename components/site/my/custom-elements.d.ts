import "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** islands/follows/follow-button.ts */
      "follow-button": React.HTMLAttributes<HTMLElement> & { "data-path": string; "data-title": string };
      /** islands/follows/my-switch.ts */
      "my-switch": React.HTMLAttributes<HTMLElement>;
      /** islands/follows/my-page.ts */
      "my-page": React.HTMLAttributes<HTMLElement>;
    }
  }
}
