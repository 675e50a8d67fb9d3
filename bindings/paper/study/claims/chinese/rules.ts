/** The sentences of claims in Chinese: each rule matches an English clause and writes the Chinese one. */

import { chineseVerdicts } from '../claim-text.js';

export type Rule = readonly [pattern: RegExp, write: (...parts: string[]) => string];

/** `one-sided p = 0.027`. */
const P = String.raw`(?:(one|two)-sided )?(p [=<] \S+?)`;
const VERDICT = '(supported|not supported|not testable)';

const verdicts: Readonly<Record<string, string>> = chineseVerdicts;
const sides: Readonly<Record<string, string>> = { one: '单侧', two: '双侧' };
const pText = (side: string | undefined, p: string) => `${sides[side ?? ''] ?? ''}${p}`;
const belowText = (below: string, level: string) =>
  `${below.startsWith('not') ? '不小于' : '小于'}${level}`;

/** `A, B and C` as `A、B和C`. */
export const namesText = (text: string) => text.replace(/,? and /g, '和').replace(/, /g, '、');

const schemes: Readonly<Record<string, string>> = {
  pairs: '成对',
  cluster: '聚类',
  wild: '野生',
  'wild-cluster': '野生聚类',
  residual: '残差',
  block: '分块',
  stationary: '平稳',
};

/** `the cluster bootstrap by province (999 replicates, seed 1)`. */
export function bootstrapText(text: string): string {
  return text.replace(
    /(?:the )?(\S+) bootstrap(?: by (.+?))? \(([\d,]+) replicates, seed (\d+)\)/,
    (_, scheme: string, by: string | undefined, reps: string, seed: string) =>
      `${by === undefined ? '' : `按${by}的`}${schemes[scheme] ?? scheme}自助法（${reps}次重复，种子${seed}）`,
  );
}

/** Clauses of reasons. */
export const reasonRules: readonly Rule[] = [
  [
    /^(.+) is (\S+) \(standard error (\S+)\)(?:, not (above|below) (\S+))?$/,
    (...[subject, estimate, error, side, value]) =>
      `${subject!}为${estimate}（标准误${error}）${side === undefined ? '' : `，不${side === 'above' ? '大于' : '小于'}${value}`}`,
  ],
  [/^(.+) is (-?[\d.][\d.e+-]*)$/, (of, b) => `${of}为${b}`],
  [
    new RegExp(`^((?!that |the ).+ = \\S+), ${P}, ((?:not )?below) (\\S+)$`),
    (stat, side, p, below, level) => `${stat}，${pText(side, p!)}，${belowText(below!, level!)}`,
  ],
  [
    new RegExp(`^(the .+ bootstrap.*?\\)) gives ${P}, ((?:not )?below) (\\S+)$`),
    (bootstrap, side, p, below, level) =>
      `${bootstrapText(bootstrap!)}得${pText(side, p!)}，${belowText(below!, level!)}`,
  ],
  [
    new RegExp(
      `^the difference (?:of (\\S+) )?(?:has (.+ = \\S+)|is tested) \\(([^()]+)\\), ${P}, ((?:not )?below) (\\S+)$`,
    ),
    (...[difference, stat, method, side, p, below, level]) =>
      `差异${difference === undefined ? '' : `为${difference}，`}${stat === undefined ? '' : `${stat}`}（${method}），${pText(side, p!)}，${belowText(below!, level!)}`,
  ],
  [
    new RegExp(`^that all are equal has (.+ = \\S+), ${P}, ((?:not )?below) (\\S+)$`),
    (stat, side, p, below, level) =>
      `各组相等的检验：${stat}，${pText(side, p!)}，${belowText(below!, level!)}`,
  ],
  [
    /^[Tt]he (\S+)(?: (\S+))? interval of (.+), (\[.+?\]), is (not )?inside (.+)$/,
    (...[level, method, subject, interval, not, band]) =>
      `${subject!}的${level}${method ?? ''}置信区间${interval}${not === undefined ? '' : '不'}在${band}之内`,
  ],
  [
    /^(.+) by (\S+) is (.+ in .+)$/,
    (of, by, groups) =>
      `${of}按${by}分组：${groups!
        .replace(/not estimated in (\S+)/g, '$1组未估计')
        .replace(/(\S+) in (\S+?)(?: \((p [^)]*)\))?(?=,| and |$)/g, (_, b, group, p) =>
          p === undefined ? `${group}组为${b}` : `${group}组为${b}（${p}）`,
        )
        .replace(/,? and |, /g, '，')}`,
  ],
  [/^(\S+) disagrees with (p [=<] \S+)$/, (method, p) => `${method}的结论不同（${p}）`],
  [
    /^(?:the (joint) )?(\S+)(?: test)? does not decide, as it rejects equal coefficients in (\S+) of simulated samples like this one$/,
    (joint, method, share) =>
      `${joint === undefined ? '' : '联合'}${method}检验不作为依据：在类似的模拟样本中，系数相等时它在${share}的样本中拒绝`,
  ],
  [
    /^equal coefficients are rejected by (.+) of simulated samples like this one, not in 5%$/,
    (sizes) =>
      `在类似的模拟样本中，系数相等时${namesText(sizes!.replace(/(\S+) in (\S+%)/g, '$1在$2'))}的样本中拒绝，而非5%`,
  ],
  [
    /^the joint test rejects equal coefficients in (\S+) of simulated samples like this one, not in 5%$/,
    (share) => `在类似的模拟样本中，系数相等时联合检验在${share}的样本中拒绝，而非5%`,
  ],
  [/^use (\S+)$/, (method) => `请使用${method}`],
  [
    /^the least wrong test is (\S+), in (\S+)$/,
    (method, share) => `偏差最小的检验是${method}（${share}）`,
  ],
  [
    /^(\S+) clustered by (\S+) disagrees with (p [=<] \S+)$/,
    (method, unit, p) => `按${unit}聚类的${method}结论不同（${p}）`,
  ],
  [/^(\S+) cannot be used: (.+)$/, (method, reason) => `${method}无法使用：${reason}`],
  [
    /^that it is significant in (\S+) and not in (\S+) is no test of the difference$/,
    (one, other) => `在${one}组显著而在${other}组不显著，并不是对差异的检验`,
  ],
  [
    /^that it is significant in (both|neither) groups? does not make the groups equal$/,
    (which) => `在两组${which === 'both' ? '都' : '都不'}显著，并不说明两组相等`,
  ],
  [/^[Bb]oth support it$/, () => '两列均支持'],
  [/^[Aa]ll (\d+) columns support it$/, (n) => `全部${n}列均支持`],
  [/^(\S+) failed: (.+)$/, (id, why) => `${id}未能完成：${why}`],
  [/^(\S+) was stopped before it was complete$/, (id) => `${id}在完成前被中止`],
  [
    /^(.+) has no standard error, so it has no test$/,
    (subject) => `${subject!}没有标准误，无法检验`,
  ],
  [/^(.+) has no degrees of freedom for a test$/, (subject) => `${subject!}没有检验所需的自由度`],
  [
    /^there is no bootstrap(?: of (.+))?$/,
    (of) => `没有${of === undefined ? '' : `${of}的`}自助法`,
  ],
  [/^add bootstrap to the model$/, () => '请在模型中加入bootstrap'],
  [
    /^(.+) was left out, as it is collinear with (.+)$/,
    (of, others) => `${of}与${namesText(others!)}共线，已略去`,
  ],
  [/^(.+) was left out, as it is zero in every row$/, (of) => `${of}在所有行中均为零，已略去`],
  [/^name the columns that have it$/, () => '请写明含有它的列'],
  [
    /^the model fits its rows exactly, so its standard errors are rounding$/,
    () => '模型完全拟合数据，标准误只是舍入误差',
  ],
];

/** Parts of the verdict of several models: `T4.2 supports it, T5.2 and T5.3 do not`. */
export const overallRule =
  /(\S+(?:, \S+)*(?: and \S+)?) (supports? it|does not|do not|cannot be tested)(?=, |$)/g;
export const overallWords: Readonly<Record<string, string>> = {
  'supports it': '支持',
  'support it': '支持',
  'does not': '不支持',
  'do not': '不支持',
  'cannot be tested': '无法检验',
};

/** What would change a verdict. */
export const changeRules: readonly Rule[] = [
  [
    new RegExp(`^(By|With) (.+), (?:${P}|the interval is (not )?inside the band): ${VERDICT}$`),
    (...[, by, side, p, not, verdict]) =>
      `${errorsText(by!)}：${p === undefined ? `区间${not === undefined ? '' : '不'}在界限之内` : pText(side, p)}，${verdicts[verdict!]}`,
  ],
  [
    /^(By|With) (.+) there is no test: (.+)$/,
    (_, by, why) => `${errorsText(by!)}：无法检验（${why}）`,
  ],
  [
    new RegExp(`^Adjusted for the (\\d+) claims of the study \\((.+)\\), ${P}: ${VERDICT}$`),
    (n, method, side, p, verdict) =>
      `对研究的${n}个假设作${method}校正后，${pText(side, p!)}：${verdicts[verdict!]}`,
  ],
  [
    /^There are more instruments than units \((\S+) and (\S+)\), .*$/,
    (z, n) => `工具变量多于个体（${z}和${n}），内生变量被过度拟合，Hansen检验的功效降低`,
  ],
  [
    /^(.+) rejects the instruments \((p .+)\)$/,
    (test, p) => `${testText(test!)}拒绝工具变量（${p}）`,
  ],
  [
    /^There is no test of second-order serial correlation: (.+)$/,
    (why) => `无法检验二阶序列相关：${why}`,
  ],
  [/^The AR\(2\) test rejects \((p .+)\)$/, (p) => `AR(2)检验拒绝原假设（${p}）`],
  [
    /^The AR\(2\) test rests on one period \((\S+), (\S+) pairs\), .*$/,
    (period, pairs) => `AR(2)检验只依据一个时期（${period}，${pairs}对），功效很低`,
  ],
  [
    /^The first stage is weak: its effective F is (\S+), below (\S+) \((\S+) of the worst-case bias\)$/,
    (f, critical, bias) => `第一阶段较弱：有效F为${f}，低于${critical}（最坏偏误的${bias}）`,
  ],
  [
    /^The first stage is weak: its Kleibergen-Paap F is (\S+), below the rule of thumb of (\S+)$/,
    (f, rule) => `第一阶段较弱：Kleibergen-Paap F为${f}，低于经验值${rule}`,
  ],
  [
    /^(\S+) of (\S+) admissible specifications of (\S+) \((\S+)\) support it$/,
    (some, all, figure, share) => `${figure}的${all}个可接受设定中有${some}个（${share}）支持`,
  ],
  [
    /^By two one-sided tests \(TOST\), which use the (\S+) interval, the band is supported$/,
    (level) => `按双单侧检验（TOST，使用${level}区间），界限内的结论得到支持`,
  ],
];

function testText(test: string): string {
  return test.replace(/^The /, '').replace(/^(\S+?)(?:'s)? test$/, '$1检验');
}

/** `errors clustered by province (30 clusters)`, `analytic errors`, a bootstrap, a test. */
function errorsText(text: string): string {
  return bootstrapText(text)
    .replace(
      /^errors clustered by (.+) \((\S+) clusters\)(?:, (.+))?$/,
      (_, by: string, count: string, test: string | undefined) =>
        `按${by}聚类的标准误（${count}个聚类）${test === undefined ? '' : `，${test}`}`,
    )
    .replace(/^the joint (\S+) test, (.+)$/, '联合$1检验，$2')
    .replace(/^(\S+) errors, which are clustered by (.+)$/, '$1标准误（按$2聚类）')
    .replace(/^analytic errors$/, '解析标准误')
    .replace(
      /^the Anderson-Rubin test, which is valid with weak instruments$/,
      'Anderson-Rubin检验（弱工具变量下有效）',
    )
    .replace(/^the (\S+) test of the difference$/, '$1差异检验');
}

/** The words of tests. */
export const testRules: readonly Rule[] = [
  [/^(.+), (one|two)-sided$/, (test, side) => `${test}，${sides[side!]}`],
  [/^(.+): standard error, normal$/, (test) => `${test}：标准误，正态分布`],
  [/^(.+) test of the difference$/, (method) => `${method}差异检验`],
  [/^joint test of (\d+) groups, (.+)$/, (n, test) => `${n}组联合检验，${test}`],
  [/^(\S+) interval inside the band, (.+)$/, (level, test) => `${level}区间在界限之内，${test}`],
];
