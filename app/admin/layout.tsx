import type { Metadata } from "next";
import { Toaster } from "sonner";
import "./styles/base.css";

export const metadata: Metadata = {
  title: { default: "编辑部 - 金融消息", template: "%s - 编辑部 - 金融消息" },
  robots: { index: false, follow: false },
};

/** Styles and messages of the newsroom. It protects nothing: loaders and actions do. */
export default function AdminLayout({ children }: LayoutProps<"/admin">) {
  return (
    <>
      {children}
      <Toaster position="bottom-center" theme="system" containerAriaLabel="消息" mobileOffset={{ bottom: "5rem" }} />
    </>
  );
}
