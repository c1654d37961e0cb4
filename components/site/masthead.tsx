import { ThemeSwitch } from "@/components/site/reading/theme-switch";
import { SearchForm } from "@/components/site/search/search-form";
import { type SectionKey, Sections } from "@/components/site/sections";
import { SessionSeal } from "@/components/site/session-seal";
import { beijingDay, longDay, weekday } from "@/lib/dates";
import type { Site } from "@/lib/settings/defaults";
import { homePath } from "@/lib/urls";

type Props = { site: Site; section: SectionKey | undefined; today: Date | undefined };

/** The name, or the picture that stands for it. */
function Nameplate({ site: { name, logo } }: Pick<Props, "site">) {
  return (
    <a href={homePath}>
      {logo ? <img className="logo" src={logo.src} alt={name} width={logo.width} height={logo.height} /> : name}
    </a>
  );
}

/** On the front page a nameplate between two ears, elsewhere one line: inner pages print no date, which would age. */
export function Masthead({ site, section, today }: Props) {
  if (!today) {
    return (
      <header className="mast">
        <div className="wrap mast-line">
          <p className="nameplate">
            <Nameplate site={site} />
          </p>
          <SessionSeal now={new Date()} />
          <Sections section={section} />
          <div className="ear ear-tools">
            <SearchForm id="q" />
            <ThemeSwitch />
          </div>
        </div>
      </header>
    );
  }
  return (
    <header className="mast mast-front">
      <div className="wrap mast-row">
        <p className="ear ear-date">
          <time dateTime={beijingDay(today)}>{longDay(today)}</time>
          <span>{weekday(today)}</span>
        </p>
        <h1 className="nameplate">
          <Nameplate site={site} />
        </h1>
        <div className="ear ear-tools">
          <SessionSeal now={today} />
          <SearchForm id="q" />
          <ThemeSwitch />
        </div>
      </div>
      <div className="section-bar">
        <div className="wrap">
          <Sections section={section} />
        </div>
      </div>
    </header>
  );
}
