import { isCommon } from "@/lib/users/common-passwords";

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;
/** So much must be left when the person's own words are taken out. */
const MIN_FOREIGN = 8;
const MIN_SIGNS = 5;

/** Says what keeps a password from being taken; null when nothing does. `words`: the person's and the site's own. */
export function passwordFault(password: string, words: readonly string[]): string | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return `密码至少 ${MIN_PASSWORD} 个字符`;
  if (password.length > MAX_PASSWORD) return `密码最多 ${MAX_PASSWORD} 个字符`;
  if (/^[\d\s.+-]+$/.test(password)) return "不能全是数字：电话和生日最先被猜";
  if (isRepeated(password)) return "不能只是重复的几个字符";
  if (isCommon(password)) return "这样的密码太常见，一猜就中";
  if (isOwn(password, words)) return "不要用自己的姓名、邮箱或站名来拼";
  return null;
}

/** How good a password is that may be taken, in a word. */
export function passwordStrength(password: string): "够用" | "较强" | "很强" {
  // There are far more Chinese signs to choose from than letters.
  const length = [...password].length + (password.match(/\p{Script=Han}/gu)?.length ?? 0);
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  const points = length + (kinds - 1) * 2;
  return points >= 20 ? "很强" : points >= 15 ? "较强" : "够用";
}

/** `aaaaaaaaaa`, `abcabcabcabc`, and whatever has too few different signs. */
const isRepeated = (password: string) =>
  /^(.{1,6}?)\1+.{0,2}$/u.test(password) || new Set(password.toLowerCase()).size < MIN_SIGNS;

function isOwn(password: string, words: readonly string[]): boolean {
  const all = password.toLowerCase();
  let rest = all;
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    if (word.length >= 2) rest = rest.replaceAll(word.toLowerCase(), "");
  }
  // A year is nobody's secret either.
  return rest !== all && [...rest.replace(/(?:19|20)\d\d/, "")].length < MIN_FOREIGN;
}
