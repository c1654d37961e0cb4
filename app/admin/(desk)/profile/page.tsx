import type { Metadata } from "next";
import { Devices } from "@/components/admin/profile/devices";
import { PasswordForm } from "@/components/admin/profile/password-form";
import { ProfileForm } from "@/components/admin/profile/profile-form";
import { TotpSection } from "@/components/admin/profile/totp-section";
import { loadProfile } from "@/lib/users/profile-loaders";
import { ROLE_NAMES } from "@/lib/users/role-names";
import "../../styles/people.css";

export const metadata: Metadata = { title: "我的账户" };

export default async function ProfilePage() {
  const { profile, words, totp, devices } = await loadProfile();
  const { role, categories } = profile;
  const where = role === "admin" || categories.length === 0 ? "全部媒体" : categories.join("、");
  return (
    <>
      <header className="top">
        <h1>我的账户</h1>
        <p className="top-sub">
          {ROLE_NAMES[role]}，{where}
        </p>
      </header>
      <div className="people-columns">
        <div>
          <section aria-labelledby="profile">
            <h2 id="profile">资料</h2>
            <ProfileForm key={`${profile.name} ${profile.email}`} profile={profile} />
          </section>
          <section aria-labelledby="password">
            <h2 id="password">密码</h2>
            <PasswordForm words={words} email={profile.email} />
          </section>
        </div>
        <div>
          <section aria-labelledby="totp">
            <h2 id="totp">两步验证</h2>
            <TotpSection totp={totp} />
          </section>
          <section aria-labelledby="devices">
            <h2 id="devices">登录的设备</h2>
            <Devices devices={devices} now={new Date().toISOString()} />
          </section>
        </div>
      </div>
    </>
  );
}
