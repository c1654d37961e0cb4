/** What every page has: reading comfort and the search box. Each part works without the others, and the page without all of them. */
import "./reading/say";
import "./reading/theme";
import "./reading/keys";
import "./reading/later-list";
import "./reading/offline";
import "./search/suggest";
