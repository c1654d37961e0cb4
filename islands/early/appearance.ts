/** What the reader chose, on `<html>` before anything is drawn. Written by islands/reading/theme.ts and islands/article.ts. */
for (const name of ["theme", "text"]) {
  try {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  } catch {
    // Storage is closed to this page: the system's choice stands.
  }
}
