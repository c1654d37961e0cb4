/** Invented stories. Those with the same `about` are related, and nothing else here is. */
export type Labelled = { about: string; title: string; text: string };

export const LABELLED: Labelled[] = [
  {
    about: "hydrogen",
    title: "氢能重卡走出园区：霁州到青岚港的线路通了",
    text: "公司公告称，首批二十辆氢能重卡本周上路，往返霁州与青岚港，沿途两座加氢站同步投运。车队负责人说，氢能重卡满载爬坡不掉速，加氢只要十五分钟。",
  },
  {
    about: "hydrogen",
    title: "加氢站不够用，氢能重卡排起了队",
    text: "上路三个月，氢能重卡的车主开始为加氢发愁。霁州只有两座加氢站，早晚高峰要排一个小时。运营公司说，第三座加氢站年底前投运。",
  },
  {
    about: "sugar",
    title: "椰糖三个月涨了四成，奶茶店改配方",
    text: "产地连续降雨，椰糖到岸价三个月上涨四成。奶茶店老板算账，一杯奶茶的糖浆成本多出六角，有的门店改用蔗糖，有的把中杯改小。公司公告，库存可用两个月。",
  },
  {
    about: "sugar",
    title: "换了糖浆之后，奶茶店的老顾客喝出来了",
    text: "椰糖缺货传到柜台，奶茶店把椰糖换成蔗糖糖浆。顾客在点评里写味道变了，门店回应，椰糖到货后恢复原来的配方。",
  },
  {
    about: "parking",
    title: "夜里给居民，白天给写字楼：老城区的停车位开始共享",
    text: "老城区的停车位白天空着，夜里不够。六个街道试点共享，居民把车位的白天时段租给写字楼，物业分一成。试点首月，停车位周转率同比增长两成。",
  },
  {
    about: "parking",
    title: "停车位共享试点扩到十二个街道，物业想要更多",
    text: "停车位共享半年，街道从六个扩到十二个。居民的收入每月多三百元，物业公司认为分成偏低，公告里要求重谈比例。",
  },
  {
    about: "bees",
    title: "养蜂人改签保险：一场倒春寒赔了两千箱",
    text: "倒春寒冻死了蜂群，养蜂人按箱拿到赔款。保险公司把气温写进条款，低于零度满三天就赔，不必一箱一箱去数。",
  },
  {
    about: "theatre",
    title: "小剧场的周三半价票，卖出了周末的上座率",
    text: "小剧场把周三改成半价，上座率从三成升到八成。演员说掌声不打折，剧场说水电照付，算下来每场多挣四千元。",
  },
  {
    about: "elevator",
    title: "旧电梯里的广告屏拆了，住户多等了两周",
    text: "广告公司退租，旧电梯里的屏幕拆走以后线路没有复原，电梯停了两周。物业公告说，费用由广告公司承担。",
  },
];

const COMPANIES =
  "长丰 北辰 东湖 金沙 远航 青石 南屏 鼎湖 白鹭 海岸 启明 云岭 山海 平沙 谷满 梧桐 玉衡 星桥 松涛 临川".split(" ");
const TRADES = "机械 软件 医药 水泥 物流 矿业 食品 传媒 电力 钢构".split(" ");

/** What most of the site is: notices of companies, in the words of all notices. */
export const NOTICES: Labelled[] = COMPANIES.map((name, n) => ({
  about: name,
  title: `${name}${TRADES[n % TRADES.length]}公告：前三季度营业收入同比增长${n + 3}%`,
  text: `${name}${TRADES[n % TRADES.length]}发布公告，前三季度公司实现营业收入${n + 11}亿元，同比增长${n + 3}%，净利润同比增长${n + 5}%。公司表示，市场需求回暖，主要产品销量上升，原材料成本下降，全年业绩可期。`,
}));
