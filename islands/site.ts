/** What every page has. Each part works without the others, and the page without all of them. */
import "./reading/say";
import "./reading/theme";
import "./reading/keys";
import "./reading/kept-list";
import "./reading/offline";
import "./search/suggest";
import "./follows/follow-button";
import "./follows/my-switch";
import "./follows/my-page";
import "./markets/session-seal";
