"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import {
  accentContrast,
  DEFAULT_ACCENT,
  isColour,
  LEAST_CONTRAST,
  nearestTone,
  type Theme,
} from "@/lib/settings/accent";

type Name = "accentDay" | "accentNight";
type Props = {
  day: string;
  night: string;
  faults: Record<string, string>;
  onChange: (change: Partial<Record<Name, string>>) => void;
};

/** Says how well a colour reads on the papers of its theme, and offers the nearest that does. */
function Verdict({ theme, colour, onTake }: { theme: Theme; colour: string; onTake: (tone: string) => void }) {
  if (!isColour(colour)) return <p className="hint">写成 #86276a 这样的六位色值</p>;
  const ratio = accentContrast(theme, colour);
  const said = `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
  if (ratio >= LEAST_CONTRAST) return <p className="hint good">对比 {said}，看得清</p>;
  const tone = nearestTone(theme, colour);
  return (
    <p className="hint poor">
      对比 {said}，至少要 4.5:1
      <Button onClick={() => onTake(tone)}>改用最近的 {tone}</Button>
    </p>
  );
}

function AccentField({
  theme,
  name,
  label,
  value,
  fault,
  onChange,
}: {
  theme: Theme;
  name: Name;
  label: string;
  value: string;
  fault: string | undefined;
  onChange: (colour: string) => void;
}) {
  return (
    <div className="accent">
      <Field name={name} label={label} fault={fault}>
        {(control) => (
          <span className="accent-in">
            <input
              type="color"
              aria-label={`选${label}的颜色`}
              value={isColour(value) ? value.toLowerCase() : DEFAULT_ACCENT[theme]}
              onChange={({ target }) => onChange(target.value)}
            />
            <input
              {...control}
              className="mono"
              value={value}
              maxLength={7}
              spellCheck={false}
              autoComplete="off"
              onChange={({ target }) => onChange(target.value.trim())}
            />
          </span>
        )}
      </Field>
      <div role="status">
        <Verdict theme={theme} colour={value} onTake={onChange} />
      </div>
    </div>
  );
}

/** One accent cannot be read on white paper and on black, so there are two. */
export function AccentFields({ day, night, faults, onChange }: Props) {
  const isOwn = day !== DEFAULT_ACCENT.day || night !== DEFAULT_ACCENT.night;
  return (
    <section aria-labelledby="s-accent">
      <h2 id="s-accent">强调色</h2>
      <p className="hint">
        用在媒体名、当前栏目和主要按钮上。一种颜色不可能在白纸和黑纸上都看得清，所以白天、夜间各一种。
      </p>
      <div className="accents">
        <AccentField
          theme="day"
          name="accentDay"
          label="白天"
          value={day}
          fault={faults.accentDay}
          onChange={(accentDay) => onChange({ accentDay })}
        />
        <AccentField
          theme="night"
          name="accentNight"
          label="夜间"
          value={night}
          fault={faults.accentNight}
          onChange={(accentNight) => onChange({ accentNight })}
        />
      </div>
      {isOwn && (
        <Button onClick={() => onChange({ accentDay: DEFAULT_ACCENT.day, accentNight: DEFAULT_ACCENT.night })}>
          恢复原来的桑紫
        </Button>
      )}
    </section>
  );
}
