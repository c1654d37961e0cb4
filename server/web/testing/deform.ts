/** What happens to addresses on their way to readers, by name; each takes and gives an encoded path. */
export const DEFORMATIONS: Record<string, (path: string) => string> = {
  "a slash at the end": (path) => `${path}/`,
  "doubled slashes": (path) => path.replaceAll("/", "//"),
  capitals: (path) => encode(decodeURIComponent(path).toUpperCase()),
  "small letters": (path) => encode(decodeURIComponent(path).toLowerCase()),
  ".html": (path) => `${path}.html`,
  ".HTM": (path) => `${path}.HTM`,
  "/amp": (path) => `${path}/amp`,
  ".amp and a slash": (path) => `${path}.amp/`,
  "?amp=1": (path) => `${path}?amp=1`,
  "/index.html": (path) => `${path}/index.html`,
  "superfluous encoding": (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  "encoding in small letters": (path) => path.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  "encoded twice": (path) => path.replaceAll("%", "%25"),
  "decomposed characters": (path) => encode(decodeURIComponent(path).normalize("NFD")),
  "a full stop from a sentence": (path) => `${path}${encodeURIComponent("。")}`,
  "a bracket and a comma": (path) => `${path}${encodeURIComponent("），")}`,
  "a sentence glued on": (path) => `${path}${encodeURIComponent("，见原文")}`,
  "a query without its mark": (path) => `${path}&utm_source=weixin`,
  "a blank": (path) => `${path}%20`,
  "full-width signs": (path) =>
    encode(
      decodeURIComponent(path).replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ),
  "several of them": (path) =>
    `//${encode(decodeURIComponent(path).toUpperCase()).slice(1)}.HTML/${encodeURIComponent("。")}`,
};

const encode = (path: string) => path.split("/").map(encodeURIComponent).join("/");
