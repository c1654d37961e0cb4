import { Footer } from "@/components/site/footer";
import { Island } from "@/components/site/island";
import { Masthead } from "@/components/site/masthead";
import { type SectionKey, TabBar } from "@/components/site/sections";
import { StyleSheet } from "@/components/ui/style-sheet";
import { accentSheetPath } from "@/lib/settings/accent-address";
import { loadSite } from "@/lib/settings/loaders";

type Props = {
  /** The section this page belongs to. */
  section?: SectionKey;
  /** The front page: large nameplate as its heading, with the date. */
  today?: Date;
  children: React.ReactNode;
};

/** Masthead, main part, footer and the phone's bar around a reader page. */
export async function Frame({ section, today, children }: Props) {
  const site = await loadSite();
  return (
    <>
      <StyleSheet path={accentSheetPath(site.accentDay, site.accentNight)} />
      <Masthead site={site} section={section} today={today} />
      <main id="main" className="wrap">
        {children}
      </main>
      <Footer site={site} />
      <TabBar section={section} />
      <Island name="site" />
    </>
  );
}
