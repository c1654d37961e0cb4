/** What passwords that many people have are put together from; each is found by itself or beside others. */
const PIECES = `
woaini woaiwo aini woai iloveyou loveyou ilove loveu love lovely baobei baobao laogong laopo qinaide xiaobao
woshishui wodemima mima woshinibaba nihao nihaoma caonima nimabi tamade zhangwei wangwei wangfang liwei lina zhangmin
lijing wangjing liuwei wangxiuying zhangli lili yangyang feifei xiaoxiao dongdong tiantian xingfu kuaile jiankang pingan
facai gongxi zhongguo china beijing shanghai guangzhou shenzhen chengdu hangzhou wuhan taiwan hongkong
aiqing yongyuan meiyou zhidao shenme weishenme qingren pengyou xuesheng laoshi gongsi zuguo renmin
password passwd passw0rd p4ssword pass admin administrator root user guest login welcome letmein master secret test
testing demo default changeme temp server computer internet microsoft windows google facebook apple samsung tencent
taobao alibaba baidu weixin wechat qq sina huawei xiaomi
qwertyuiop qwertyui qwerty qwert qwer qwe asdfghjkl asdfgh asdf asd zxcvbnm zxcvbn zxcv zxc poiuytrewq lkjhgfdsa mnbvcxz
qazwsxedcrfv qazwsxedc qazwsx qaz wsx edc rfv tgb yhn ujm 1qaz2wsx3edc4rfv 1qaz2wsx3edc 1qaz2wsx 1qaz 2wsx 3edc 4rfv
zaq12wsx zaq1 xsw2 cde3 q1w2e3r4t5y6 q1w2e3r4t5 q1w2e3r4 q1w2e3 1q2w3e4r5t6y 1q2w3e4r5t 1q2w3e4r 1q2w3e a1b2c3d4 a1b2c3
a1s2d3f4 aa bb cc dd xx zz abcdefghijklmnopqrstuvwxyz abcdefghij abcdefgh abcdefg abcdef abcde abcd abc
monkey dragon football baseball basketball superman batman spiderman pokemon naruto princess sunshine shadow michael
jordan jennifer jessica charlie daniel thomas robert matthew andrew hunter killer tigger ginger summer winter spring
autumn flower freedom whatever trustno starwars hello world happy forever family friend angel baby boy girl king queen
star moon sun god jesus lucky money million dollar stock bank finance caijing jinrong gupiao licai zhengquan jijin
youxiang yonghu denglu zhanghao guanliyuan bianji jizhe xinwen meiti wangzhan
01234567890 1234567890 123456789 12345678 1234567 123456 12345 1234 123 0987654321 987654321 87654321 654321 54321 4321
321 147258369 147258 159753 159357 258369 741852963 963852741 789456123 789456 456789 456 789 147 258 369
5201314 1314520 1314521 7758521 7758258 521521 520520 1314 520 521 7788 8888 6666 9999 888 666 999 168 188 518 123123
112233 121212 131313 100200 101010 102030 110110 111222 2580 2000 2008 1990 1999 0000 1111 2222 3333 4444 5555 7777 00 11
`
  .trim()
  .split(/\s+/);

const KNOWN = new Set(PIECES);
const LONGEST = Math.max(...PIECES.map((piece) => piece.length));
/** `p@ssw0rd` says password. */
const STANDS_FOR: Record<string, string> = { "@": "a", $: "s", "0": "o", "3": "e", "5": "s", "!": "i" };

const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Longer figures at the end than a year and a sign are no longer what everybody tries. */
const LONGEST_END = 5;

/**
 * Whether a password is one of those that everybody tries first: put together from known pieces and nothing else, but
 * for a few figures at the end. `woaini1314`, `P@ssw0rd123!`, `qwertyuiop`.
 */
export function isCommon(password: string): boolean {
  const text = password.toLowerCase();
  if ([text, text.replace(/\d{1,2}\W*$/, "")].some((part) => isPutTogether(bare(part)))) return true;
  const head = text.replace(/[^a-z]+$/, "");
  const spelled = [...head].map((sign) => STANDS_FOR[sign] ?? sign).join("");
  return text.length - head.length <= LONGEST_END && [head, spelled].some((part) => isPutTogether(bare(part)));
}

function isPutTogether(text: string): boolean {
  if (text === "") return false;
  const reachable = new Set([0]);
  for (let from = 0; from < text.length; from++) {
    if (!reachable.has(from)) continue;
    for (let length = 1; length <= LONGEST && from + length <= text.length; length++) {
      if (KNOWN.has(text.slice(from, from + length))) reachable.add(from + length);
    }
  }
  return reachable.has(text.length);
}
