/**
 * Queries over the demo archive and what a reader expects among the first twenty, as beginnings of titles. Written from
 * the stories, not from what the search answers. `none`: nothing may be found. `top`: the security above all hits.
 */
export type Golden = { q: string; finds?: string[]; none?: true; not?: string[]; top?: string };

const LONG_TERM = ["按季结算、上下封顶", "碳酸锂现货与长协价差", "现货比长协贵四千元"];
const STRAIT = ["欧洲天然气期货跌逾2%", "西屿海峡恢复双向通航", "西屿海峡通航首日"];
const TOTAL_CREDIT = ["十月社融拆开看", "一张社融表，先看哪三行", "十月社融少增1600亿元"];
const MAOTAI = ["回购之后注销，每股的账该怎么算"];
const CATL = ["按季结算、上下封顶", "现货比长协贵四千元"];
const GANFENG = [...CATL, "锂矿股盘初走强", "港股早盘：恒生科技指数"];

export const GOLDEN: Golden[] = [
  // A security, by every name of it.
  { q: "gzmt", finds: MAOTAI, top: "SH600519" },
  { q: "guizhoumaotai", finds: MAOTAI, top: "SH600519" },
  { q: "GZMT", finds: MAOTAI, top: "SH600519" },
  { q: "貴州茅臺", finds: MAOTAI, top: "SH600519" },
  { q: "贵州茅台", finds: MAOTAI, top: "SH600519" },
  { q: "600519", finds: MAOTAI, top: "SH600519" },
  { q: "SH600519", finds: MAOTAI, top: "SH600519" },
  { q: "600519.SH", finds: MAOTAI, top: "SH600519" },
  { q: "茅台", finds: MAOTAI, top: "SH600519" },
  { q: "宁德时代", finds: CATL, top: "SZ300750" },
  { q: "寧德時代", finds: CATL, top: "SZ300750" },
  { q: "ndsd", finds: CATL, top: "SZ300750" },
  { q: "300750", finds: CATL, top: "SZ300750" },
  { q: "赣锋锂业", finds: GANFENG, top: "SZ002460" },
  { q: "gfly", finds: GANFENG },
  { q: "weichaidongli", finds: ["潍柴动力：各生产基地", "数据中心的备用电源"], top: "SZ000338" },
  { q: "000338", finds: ["潍柴动力：各生产基地", "数据中心的备用电源"], top: "SZ000338" },
  { q: "潍柴", finds: ["潍柴动力：各生产基地", "数据中心的备用电源"] },
  { q: "北方华创", finds: ["半导体设备板块走强"], top: "SZ002371" },
  { q: "工商银行", finds: ["把“红利低波”拆开看", "隔夜资金只要1.31%"], top: "SH601398" },
  { q: "农业银行", finds: ["把“红利低波”拆开看"], top: "SH601288" },
  { q: "宁德时代 长协", finds: CATL, top: "SZ300750" },
  // An outlet, by its initials.
  { q: "bljjzk", finds: ["把“红利低波”拆开看"] },
  // Words.
  { q: "碳酸锂", finds: [...LONG_TERM, "锂矿股盘初走强", "商品期货早盘"] },
  { q: "碳酸锂长协", finds: LONG_TERM },
  { q: "碳酸鋰 長協", finds: LONG_TERM },
  { q: "抽水蓄能", finds: ["抽水蓄能电价再核定"] },
  { q: "社融", finds: TOTAL_CREDIT },
  { q: "社融 企业债", finds: ["十月社融拆开看", "十月社融少增1600亿元"] },
  { q: "专项债", finds: ["地方专项债换挡", "海右省超长期专项债", "十月末地方政府债务余额公布"] },
  { q: "专项债 冷链", finds: ["海右省超长期专项债"] },
  { q: "铁矿石库存", finds: ["45港铁矿石库存降至1.387亿吨", "铁矿石港口库存七周来首次回落"] },
  { q: "大蒜", finds: ["沅岭县大蒜仓单质押余额", "冷库里的抵押物", "入冬第一张分时电单"] },
  { q: "榴莲", finds: ["两座港口互认一张检验单", "罗盏港榴莲季到货量创新高"] },
  { q: "老旧电梯", finds: ["霁州老旧电梯更新资金池"] },
  { q: "农业", finds: ["生猪保价单试点", "秋播的种子款", "芦汀县的两百天", "把“红利低波”拆开看"] },
  { q: "涨价函", finds: ["造纸企业一周两发涨价函"] },
  { q: "存款利率", finds: ["三家农商行同日下调两年期存款利率"] },
  { q: "大额存单", finds: ["三年期大额存单利率"] },
  { q: "逆回购", finds: ["未来一周公开市场到期1.24万亿元", "央行今日开展2650亿元"] },
  { q: "西屿海峡", finds: STRAIT },
  { q: "海峡通航", finds: STRAIT },
  { q: "青岚港 冷藏箱", finds: ["青岚港冷藏箱区新增800个", "青岚港的空箱又堆高了一层"] },
  { q: "海右省 峰谷电价", finds: ["海右省今起执行新版峰谷电价"] },
  { q: "换电重卡", finds: ["长途重卡换电满一年"] },
  { q: "人形机器人", finds: ["人形机器人的“试用单”"] },
  { q: "数据库", finds: ["换掉一套用了十六年的数据库"] },
  { q: "酱园", finds: ["一家百年酱园重开老店"] },
  { q: "惠民保 免赔额", finds: ["惠民保第六年"] },
  { q: "母基金", finds: ["三支“十五五”省级母基金"] },
  { q: "绿证", finds: ["绿证均价止跌", "储能柜进了县城"] },
  { q: "分红险", finds: ["行业协会发布分红险", "分红险的演示利率又低了一档"] },
  { q: "生猪", finds: ["生猪保价单试点", "生猪套保的单子"] },
  { q: "碳化硅衬底", finds: ["碳化硅衬底的降价路线图"] },
  { q: "内存涨价", finds: ["内存涨价传到了路由器"] },
  { q: "算力租金", finds: ["算力租金跌去四成之后"] },
  { q: "智能体", finds: ["芯片验证工程师的夜班"] },
  { q: "制造业景气指数", finds: ["十月海右省制造业景气指数"] },
  { q: "集运", finds: ["集运指数期货午后拉升", "集运旺季没有旺起来", "商品期货早盘"] },
  { q: "黄金", finds: ["黄金短线回落九美元"] },
  { q: "1.31%", finds: ["隔夜资金只要1.31%"] },
  { q: "S基金", finds: ["S基金的折扣在收窄"] },
  { q: "十五五", finds: ["三支“十五五”省级母基金"] },
  // Phrases and exclusion.
  { q: "“注销式回购”", finds: [...MAOTAI, "晚间公告：三家公司披露注销式回购进展"] },
  { q: '"回购长协"', none: true },
  { q: "回购 -逆回购", finds: MAOTAI, not: ["央行今日开展2650亿元"] },
  { q: "锂 -期货", finds: ["锂矿股盘初走强"], not: ["商品期货早盘"] },
  // Outlets.
  { q: "码头航运周刊", finds: ["船台排到四年以后", "一条航线两本账", "集运旺季没有旺起来"] },
  { q: "matouhangyunzhoukan", finds: ["船台排到四年以后", "一条航线两本账"] },
  { q: "方舟保险报", finds: ["一台收割机闲着的十个月", "惠民保第六年", "分红险的演示利率又低了一档"] },
  // What is not there.
  { q: "景点", none: true },
  { q: "经典", none: true },
  { q: "蜜雪", none: true },
];
