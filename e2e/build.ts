import { ensureBuilt } from "../server/cli/build";

/** The pages are built once, before the portals of the workers start. */
export default () => ensureBuilt(process.cwd());
