"use client";

import { LogoPicker } from "@/components/admin/media/logo-picker";
import type { Logo } from "@/lib/settings/defaults";

type Props = { logo: Logo | null; fault: string | undefined; onChange: (logo: Logo | null) => void };

/** The picture that stands in the masthead in the place of the name. */
export function LogoField({ logo, fault, onChange }: Props) {
  return (
    <section aria-labelledby="s-logo">
      <h2 id="s-logo">标志</h2>
      <p className="hint">
        {logo
          ? "报头里以它代替文字名称，名称仍作替代文字读出。高不过 48 像素，请用透明底、白天夜间都看得清的图。"
          : "没有标志时，报头印网站名称。可以从图库选一张图，或在图库里上传。"}
      </p>
      {logo && (
        <span className="logo-now">
          <img src={logo.src} alt="现在的标志" width={logo.width} height={logo.height} />
        </span>
      )}
      <p className="settings-line">
        <LogoPicker logo={logo} onChange={onChange} />
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}
