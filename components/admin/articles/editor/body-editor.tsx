"use client";

import { useState } from "react";
import type { BodyEditorProps } from "./props";
import { fitsEditor } from "./round-trip";
import { SourceView } from "./source-view";
import { TextEditor } from "./text-editor";

/** The text of an article. Loaded only where one writes; never on the server. */
export default function BodyEditor({ html, ...props }: BodyEditorProps) {
  const [shown, setShown] = useState(() => ({ html, asSource: !fitsEditor(html) }));
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
