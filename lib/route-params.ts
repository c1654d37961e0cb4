/** Decodes route parameters, which arrive percent-encoded; null when the encoding is wrong. */
export function decodeParts(parts: string[]): string[] | null {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return null;
  }
}
