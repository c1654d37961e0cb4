"use client";

import { useState } from "react";
import { setFourEyes } from "@/lib/users/actions";
import { useAnswer } from "./use-answer";

/** Whether the most important flashes need a second person. */
export function FourEyes({ isOn }: { isOn: boolean }) {
  const { pending, send } = useAnswer();
  const [ticked, setTicked] = useState(isOn);

  function change(on: boolean) {
    setTicked(on);
    const call = async () => {
      const result = await setFourEyes({ on }).catch((error: unknown) => {
        setTicked(!on);
        throw error;
      });
      if (!result.ok) setTicked(!on);
      return result;
    };
    send(call, on ? "已开启复核" : "已关闭复核");
  }

  return (
    <section className="people-part" aria-labelledby="four-eyes">
      <h2 id="four-eyes">复核</h2>
      <label className="tick">
        <input
          type="checkbox"
          checked={ticked}
          aria-disabled={pending || undefined}
          onChange={({ target }) => {
            if (!pending) change(target.checked);
          }}
        />
        <span>
          特别重要的快讯须由第二个人发布
          <small>开启后，三级快讯最后改字的人不能自己发布，要交给另一位编辑。</small>
        </span>
      </label>
    </section>
  );
}
