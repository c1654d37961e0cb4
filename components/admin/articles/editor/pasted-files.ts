/** HTML of a clipboard that is nothing but one picture: what a browser says of a picture that was copied there. */
function isOnePicture(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return body.querySelectorAll("img").length === 1 && body.textContent?.trim() === "";
}

/**
 * Picture files of a clipboard: of a screenshot, a file manager, a picture in a browser. Not of words or a table, to
 * which office programs add a likeness of the same, nor of a picture of ours, which is copied as it stands.
 */
export function pastedFiles(clipboard: DataTransfer | null): File[] {
  const files = [...(clipboard?.files ?? [])];
  const html = clipboard?.getData("text/html") ?? "";
  if (html !== "" && (html.includes("data-pm-slice") || !isOnePicture(html))) return [];
  return files;
}
