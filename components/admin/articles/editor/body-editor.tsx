"use client";

import { useState } from "react";
import type { BodyEditorProps } from "./props";
import { fitsEditor } from "./round-trip";
import { SourceView } from "./source-view";
import { TextEditor } from "./text-editor";

/** @property read - what the text begins with, asked once this is loaded: it may have been changed while it came */
type Props = Omit<BodyEditorProps, "html"> & { read: () => string };

/** The text of an article. Loaded only where one writes; never on the server. */
export default function BodyEditor({ read, ...props }: Props) {
  const [shown, setShown] = useState(() => {
    const html = read();
    return { html, asSource: !fitsEditor(html) };
  });
  return (
    <>
      {shown.asSource ? (
        <SourceView {...props} html={shown.html} onLeave={(html) => setShown({ html, asSource: false })} />
      ) : (
        <TextEditor {...props} html={shown.html} onSource={(html) => setShown({ html, asSource: true })} />
      )}
      {props.fault && (
        <p className="fault" id="f-body-fault">
          {props.fault}
        </p>
      )}
    </>
  );
}
