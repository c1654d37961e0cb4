/** A further sheet in the page's head, behind the ones that it overrides; nothing without an address. */
export const StyleSheet = ({ path }: { path: string | null }) =>
  path && <link rel="stylesheet" href={path} precedence="high" />;
