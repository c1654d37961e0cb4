import { Fragment } from "react";
import { headlineParts } from "@/lib/headline";

/** A headline that breaks between words: `<wbr>` where a line may end, `keep-all` in the style sheet. */
export function Headline({ title }: { title: string }) {
  return headlineParts(title).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
