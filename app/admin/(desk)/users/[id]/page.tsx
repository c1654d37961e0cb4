import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountActs } from "@/components/admin/people/account-acts";
import { DeviceList } from "@/components/admin/people/device-list";
import { PeopleHead } from "@/components/admin/people/people-head";
import { RightsForm } from "@/components/admin/people/rights-form";
import { loadPerson } from "@/lib/users/people-loaders";
import "../../../styles/media.css";
import "../../../styles/people.css";

export const metadata: Metadata = { title: "用户" };

export default async function PersonPage({ params }: PageProps<"/admin/users/[id]">) {
  const found = await loadPerson((await params).id);
  if (!found) notFound();
  const { person, devices, outlets, isMe } = found;
  return (
    <>
      <PeopleHead title={person.name} sub={person.email} />
      <div className="people-columns">
        <section aria-labelledby="rights">
          <h2 id="rights">权限</h2>
          <RightsForm
            key={`${person.role} ${person.categories.map(({ id }) => id).join(" ")}`}
            person={person}
            outlets={outlets}
          />
        </section>
        <div>
          <section aria-labelledby="account">
            <h2 id="account">账户</h2>
            <p className="facts">两步验证{person.hasTotp ? "已开" : "未开"}</p>
            <AccountActs person={person} devices={devices} isMe={isMe} />
          </section>
          <section aria-labelledby="devices">
            <h2 id="devices">登录的设备</h2>
            <DeviceList devices={devices} now={new Date().toISOString()} />
          </section>
        </div>
      </div>
    </>
  );
}
