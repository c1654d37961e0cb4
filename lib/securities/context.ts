/** What stands behind a company and not behind the ordinary word that is its name. */
const COMPANY_AFTER =
  /^(?:今日|昨日|今晨|早盘|午盘|盘中|午后|尾盘|双双|集体|的)?(?:\(?[AH]股|股份|公司|集团|控股|股价|股票|市值|董事|监事|高管|总经理|总裁|行长|掌门|CEO|创始人|回购|增持|减持|中标|停牌|复牌|涨停|跌停|封涨|封板|收[涨跌]|大[涨跌]|[涨跌](?:超|逾|近|幅|了?\d|百分|\d)|走[强弱高低]|盘[中前后]|午后|尾盘|拉升|披露|公告|发布(?!会)|推出|目标价|的?[“"]?(?:增持|买入|中性|跑赢)[”"]?评级|财报|季报|半年报|年报|业绩|净利|营收|宣布|称|回应|表示|[::][^\n]{0,30}(?:公告|净利|营收|股东|中标|签[订署]|合同|回购|[增减]持|同比|拟))/;
const COMPANY_BEFORE = /(?:上市公司|个股|股票|龙头股|公司名称|证券简称|股票简称)[::“"]?$/;

/** Whether the words beside an ordinary word say that the company is meant. */
export const isCompanyHere = (text: string, from: number, to: number) =>
  COMPANY_AFTER.test(text.slice(to, to + 40)) || COMPANY_BEFORE.test(text.slice(Math.max(0, from - 6), from));

const SECTOR_AFTER = /^(?:板块|概念|行业|赛道|产业链|产业|指数|ETF|主题|题材|股(?![份权东民价票息])|类股|个股|龙头)/;
const SECTOR_TALK = /板块|概念股|领涨|领跌|涨幅|跌幅|净流[入出]|主力资金|异动|走强|走弱|拉升|回调|翻红|翻绿/;
/** Characters before a trade that end no proper name: 和银行, 其中证券. */
const PLAIN_LEAD =
  /(?:[和与及或等在对将从为是的了向以使让给到由把被指个于进而看]|板块|行业|概念|其中|今日|昨日|包括|发展|国内|旗下|关注|方面|显示)$/;
const HAN = /\p{Script=Han}/u;

/** Whether a trade stands for itself and is not the end of a proper name: 中航证券. */
export const standsAlone = (text: string, from: number) =>
  !HAN.test(text[from - 1] ?? "") || PLAIN_LEAD.test(text.slice(Math.max(0, from - 4), from));

export const isSectorHere = (text: string, to: number) => SECTOR_AFTER.test(text.slice(to, to + 4));

/** Whether the sentence speaks of the market. */
export const isMarketTalk = (text: string, from: number, to: number) => SECTOR_TALK.test(sentenceAt(text, from, to));

/** No sentence is longer: a text without signs must not cost the square of its length. */
const SENTENCE = 200;

function sentenceAt(text: string, from: number, to: number): string {
  let start = from;
  while (start > 0 && from - start < SENTENCE && !/[。!?;\n]/.test(text[start - 1]!)) start--;
  let end = to;
  while (end < text.length && end - to < SENTENCE && !/[。!?;\n]/.test(text[end]!)) end++;
  return text.slice(start, end);
}

export type Market = "CN" | "HK" | "US";
/** Words that say of which market a sentence speaks, each market in a group of its own. */
const MARKETS =
  /(?<CN>A股|沪[深指市]|深[市圳成]|上证|科创板|创业板|北向资金|两市|\.S[HZ])|(?<HK>港股(?!份)|H股|恒指|恒生(?:指数|科技|国企)|南向资金|北水|港元|港币|\.HK)|(?<US>美股|中概股|纳斯达克|纳指|纽交所|ADR|\.US|美东)/g;
const PRICE = /^[^。!?;\n、]{0,24}?(?:(?<HK>港元|港币)|(?<US>美元))/;

/** The market that a text spoke of last. */
export function marketOf(text: string): Market | null {
  let market: Market | null = null;
  for (const { groups } of text.matchAll(MARKETS)) market = groups!.CN ? "CN" : groups!.HK ? "HK" : "US";
  return market;
}

/** The market that the sentence around a name speaks of: what was said before it, else the money of its price. */
export function marketAt(text: string, from: number, to: number): Market | null {
  let start = from;
  while (start > 0 && from - start < SENTENCE && !/[。!?;\n]/.test(text[start - 1]!)) start--;
  const before = marketOf(text.slice(start, from));
  if (before) return before;
  const { groups } = PRICE.exec(text.slice(to, to + 30)) ?? {};
  return groups?.HK ? "HK" : groups?.US ? "US" : null;
}
