import type { Metadata } from "next";
import { InviteForm } from "@/components/admin/people/invite-form";
import { PeopleHead } from "@/components/admin/people/people-head";
import { loadInviting } from "@/lib/users/people-loaders";
import "../../../styles/people.css";

export const metadata: Metadata = { title: "邀请" };

export default async function InvitePage() {
  const { outlets, sendsMail } = await loadInviting();
  return (
    <>
      <PeopleHead title="邀请" />
      <InviteForm outlets={outlets} sendsMail={sendsMail} />
    </>
  );
}
