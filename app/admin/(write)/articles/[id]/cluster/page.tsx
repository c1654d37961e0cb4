import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClusterDesk } from "@/components/admin/clusters/cluster-desk";
import { WriteBar } from "@/components/admin/revisions/write-bar";
import { loadClusterDesk } from "@/lib/clusters/loaders";
import "../../../../styles/clusters.css";

export const metadata: Metadata = { title: "同题报道" };

export default async function ClusterPage({ params }: PageProps<"/admin/articles/[id]/cluster">) {
  const found = await loadClusterDesk((await params).id);
  if (!found) notFound();
  return (
    <>
      <WriteBar article={found.article} place="同题报道" />
      <ClusterDesk {...found} now={new Date()} />
    </>
  );
}
