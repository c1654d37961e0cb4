import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { FourEyes } from "@/components/admin/people/four-eyes";
import { Invitations } from "@/components/admin/people/invitations";
import { PeopleTable } from "@/components/admin/people/people-table";
import { loadPeople } from "@/lib/users/people-loaders";
import "../../styles/people.css";

export const metadata: Metadata = { title: "用户" };

export default async function UsersPage() {
  const { people, me, invitations, isFourEyes } = await loadPeople();
  return (
    <>
      <header className="top">
        <h1>用户</h1>
        <p className="top-sub">{people.filter(({ isDisabled }) => !isDisabled).length} 人</p>
        <div className="top-act always">
          <a className="btn btn-main" href="/admin/users/invite">
            <UserPlus className="icon" aria-hidden />
            邀请
          </a>
        </div>
      </header>
      <PeopleTable people={people} me={me} now={new Date().toISOString()} />
      <Invitations invitations={invitations} />
      <FourEyes isOn={isFourEyes} />
    </>
  );
}
