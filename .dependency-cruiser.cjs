/** Who may import whom: docs/architecture.md. One rule a folder; the comment says where the code belongs. */
const features =
  "articles|corrections|reports|takedowns|markets|revisions|previews|tags|categories|securities|users|redirects|importers|content|media|writing|flashes|palette|bulk|views|settings|stats|front|taxonomy|feeds|live|clusters|archive|follows|most-read|related|changes|pushes|api|api-tokens|embeds|indexing|sitemaps|share-images|structured-data";
const platform =
  "db|cache|auth|audit|storage|testing|errors|context|dates|urls|cursor|env|log|actions|answer|jobs|words|spelling|spelled|mail";

// dependency-cruiser's swc parser reads .ts only; swc has to be told that a file may hold JSX.
const swc = require("@swc/core");
const parseFileSync = swc.parseFileSync.bind(swc);
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Split what both need into a third module.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-imports-app",
      severity: "error",
      comment: "Routes only wire things up; move shared code to components/ or lib/.",
      from: { pathNot: "^app/" },
      to: { path: "^app/" },
    },
    {
      name: "lib-is-below-components",
      severity: "error",
      comment: "lib/ knows no component; pass data up as props.",
      from: { path: "^lib/" },
      to: { path: "^(components|server|islands)/" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      comment: "components/ui holds plain controls; domain parts belong in components/site or components/admin.",
      from: { path: "^components/ui/" },
      to: { path: "^(lib/(?!urls|dates)|components/(site|admin))" },
    },
    {
      name: "site-has-no-admin",
      severity: "error",
      comment: "Reader pages and the desk share components/ui and lib/ only.",
      from: { path: "^(app/\\(site\\)|components/site)/" },
      to: { path: "^components/admin/" },
    },
    {
      name: "server-entries-need-no-request",
      severity: "error",
      comment: "Actions and loaders need a request; processes (web, worker, CLI) call commands and queries.",
      from: { path: "^server/" },
      to: { path: "^lib/.*/(actions|[a-z-]*loaders)\\.ts$|^components/" },
    },
    {
      name: "pages-do-not-touch-the-database",
      severity: "error",
      comment: "Pages read through loaders and write through actions.",
      from: { path: "^(app|components)/" },
      to: {
        path: "^lib/(db/(?!schema)|[^/]+/[a-z-]*(commands|queries)\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pure-stays-pure",
      severity: "error",
      comment:
        "Policy, validation and cache tags run in the browser as well; what needs the database belongs in queries or commands.",
      from: {
        path: "^lib/[^/]+/(policy|validation|cache-tags|checks|figures|publish-time|trading-days|find-mentions|codes|code-names|arrangement|ends|bar|same-story|profile|keys|shingles|groups|format)\\.ts$",
      },
      to: {
        path: "^lib/(db/(?!schema)|[^/]+/(actions|[a-z-]*(commands|loaders|queries))\\.ts$)|node_modules/next(-auth)?/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "commands-need-no-request",
      severity: "error",
      comment:
        "Commands and queries are called by CLI and worker too; what needs a request belongs in actions or loaders.",
      from: { path: "^lib/[^/]+/(stored|write|content|publishable|apply|run|[a-z-]*(commands?|queries))\\.ts$" },
      to: { path: "^lib/.*/(actions|[a-z-]*loaders)\\.ts$|node_modules/next(-auth)?/" },
    },
    {
      name: "worker-is-a-door",
      severity: "error",
      comment:
        "A job calls a command; what decides belongs in lib/. Pages need no queue: commands announce, the worker sends.",
      from: { path: "^(app|components|lib|server/web)/" },
      to: { path: "^server/worker/|node_modules/pg-boss/" },
    },
    {
      name: "next-auth-in-one-place",
      severity: "error",
      comment: "Only lib/auth (and its route) knows next-auth.",
      from: { pathNot: "^(lib/auth|lib/testing|app/api/auth|components/admin)/" },
      to: { path: "node_modules/next-auth" },
    },
    {
      name: "platform-knows-no-feature",
      severity: "error",
      comment: "A platform module that needs a feature belongs into that feature.",
      from: { path: `^lib/(${platform})(/|\\.ts)`, pathNot: "^lib/(testing|auth)/" },
      to: { path: `^lib/(${features})/` },
    },
    {
      name: "no-orphan-dev-code",
      severity: "error",
      comment: "Shipped code must not need a development dependency.",
      from: { path: "^(app|components|lib|server|islands)/", pathNot: "(\\.test\\.tsx?$|^lib/testing/|^server/test/)" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    exclude: { path: "^(\\.next|\\.build|\\.data)" },
  },
};
