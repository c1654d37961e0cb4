"use client";

import { LogoPicker } from "@/components/admin/media/logo-picker";
import type { Logo } from "@/lib/settings/defaults";

type Props = { logo: Logo | null; fault: string | undefined; onChange: (logo: Logo | null) => void };

/** The picture at the head of the outlet's page. */
export function OutletLogo({ logo, fault, onChange }: Props) {
  return (
    <div className="field">
      <p className="tax-label">
        标志<span>媒体页标题上方，高 48 像素</span>
      </p>
      {logo && (
        <span className="tax-logo">
          <img src={logo.src} alt="现在的标志" width={logo.width} height={logo.height} />
        </span>
      )}
      <p className="tax-acts">
        <LogoPicker logo={logo} onChange={onChange} />
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
