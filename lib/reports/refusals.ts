/** Why a report was not taken in, and what the reader can do. The form is one step back, as it was filled in. */
export const REFUSALS = {
  invalid: ["内容不完整", "请写明哪里有误；原文最多 500 字，说明最多 1,000 字，联系方式最多 120 字。"],
  throttled: ["提交得太多了", "同一个网络在一刻钟内最多提交 8 次，请稍后再交。"],
  filled: [
    "看起来是程序填写的",
    "表单里有一栏是给程序设的，读者看不到。如果是浏览器自动填写的，请关掉自动填写再交一次。",
  ],
  gone: ["这篇报道已不在站上", "它可能刚刚撤回，撤回的原因写在它的页面上。"],
  elsewhere: ["请从报道的页面提交", "这份表单不是从本站的页面交来的。"],
  fault: ["没有收到", "服务器出了点问题，请过一会儿再交。"],
} as const;
export type Refusal = keyof typeof REFUSALS;

export const isRefusal = (text: string): text is Refusal => Object.hasOwn(REFUSALS, text);
export const refusalPath = (refusal: Refusal) => `/reports/not-sent/${refusal}`;
