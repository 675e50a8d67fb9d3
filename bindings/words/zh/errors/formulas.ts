/** Errors of formulas and their idioms, in Chinese. */
import { explainers, listed, series, suggested } from '../text.js';
import type { Together } from '../../vocabulary/errors.js';
import type * as formulas from '../../errors/data/formulas.js';
import type * as idioms from '../../errors/data/idioms.js';
import type * as several from '../../errors/data/several.js';
import type * as syntax from '../../errors/data/syntax.js';
import { MOST_LEVELS } from '../../errors/data/formulas.js';
import { isArithmetic, plainOf } from '../../errors/data/syntax.js';

const reason = (explainedBy: readonly string[]) =>
  explainedBy.length === 0 ? '各行均为零' : `与${series(explainers(explainedBy))}完全共线`;

const computeFirst = '请先在数据中计算出这一列，再写该变量名';

const products: Readonly<Record<Extract<idioms.ProductFault, string>, string>> = {
  constant: '常数',
  comparison: '比较',
  sum: '和或差',
  roots: '根的乘积',
  nothing: '其他内容',
  root: '乘积的根',
  'root-power': '根的幂',
};

const productText = (found: idioms.ProductFault): string => {
  if (typeof found === 'string') return products[found];
  return 'number' in found ? `数 ${found.number}` : `幂次 ${found.power}`;
};

const expectedWords: Readonly<Record<Extract<syntax.SyntaxExpected, string>, string>> = {
  coefficient: '系数或数',
  'one-coefficient': '一个系数，而不是一串滞后',
  column: '变量名',
  end: '运算符或结尾',
  'end-of-statements': '运算符、“=”、“,”或结尾',
  equality: '表示比较的“==”',
  or: '条件之间的“||”',
  expression: '表达式，而不是公式',
  operand: '变量、数或文本',
  literal: '数或引号中的文本',
  variable: '变量',
  number: '数',
  'one-equals': '两边之间的“=”',
  inequality: '表示备择假设的“>”或“<”',
  'one-after-minus': '“-”之后的 1',
  term: '项、0 或 1',
};

const problem = ({ problem: { text } }: syntax.SyntaxProblem) => text;

export const formulaErrors: Together<
  typeof formulas | typeof idioms | typeof several | typeof syntax
> = {
  'transformed-dummies': () => 'i() 不能变换；请将其作为一项加入，或与其他项交互',
  'no-panel/term': ({ term }) =>
    `${term} 需要面板；请添加 --unit 和 --time，或在模型中写 panel: {unit, time}`,
  'unknown-level': ({ level, column, known }) => {
    const more = known.length > MOST_LEVELS ? '……' : '';
    return `样本中变量“${column}”没有取值“${level}”；请选择其他 ref：${known.slice(0, MOST_LEVELS).join('、')}${more}`;
  },
  'too-many-levels/term': ({ term, levels, most }) =>
    `${term}：至多 ${most} 个取值（计算时间随列数的三次方增长），实有 ${levels} 个；若估计方法允许，请吸收这些固定效应，例如 y ~ x | g`,
  'redundant-term': ({ term }) =>
    `${term}：应带来新的列，实际只有其他项或已吸收的固定效应中已有的列；请删去`,
  'ambiguous-coefficient': ({ coefficient, names }) =>
    `应为结果中印出的系数名，实为“${coefficient}”，与${listed(names.map((name) => `“${name}”`))}仅空格不同；请按印出的空格书写`,
  'unknown-coefficient/name': ({ coefficient, meant }) =>
    `没有系数“${coefficient}”${suggested(meant)}`,
  'omitted-coefficient': ({ coefficient, explainedBy }) =>
    `应为已估计的系数，实为“${coefficient}”，因${reason(explainedBy)}而被略去；请指定其他系数`,
  'formula-syntax/product': ({ part, found }) =>
    `${part}：应为变量的乘积或幂，实为${productText(found)}；${computeFirst}`,
  'formula-syntax/factor': ({ part, found, write }) =>
    `${part}：应为变量及其参照组，实有 ${found.join('、')}；请写 ${write}`,
  'formula-syntax/relevel': ({ part, write }) => `${part}：应有 ref = LEVEL；请写 ${write}`,
  'formula-syntax/slopes': ({ part, slope, write }) =>
    `${part}：每个取值应各有一个斜率，因为只有当 ${slope} 在模型中时，乘积才略去一个取值；请写 ${write}`,
  'formula-syntax/periods': ({ part, name, of, found, write }) =>
    `${part}：期数应为整数，例如 ${name}(${of}, 1:2)，实为 ${found.join('、')}；请写 ${write}`,
  'formula-syntax/poly': ({ part, write }) =>
    `${part}：应为变量的幂（raw = TRUE），实为正交多项式；请写 ${write}`,
  'formula-syntax/difference': ({ part, periods, write }) =>
    `${part}：应为间隔一期的差分，实为间隔 ${periods} 期的差分；请写 ${write}，或${computeFirst.slice(1)}`,
  'formula-syntax/base': ({ part, column, found, dummies, withLevel }) => {
    const instead =
      withLevel === undefined
        ? `${dummies} - 1（含全部取值而无截距）`
        : `${dummies} 或 ${withLevel}`;
    return `${part}：应为 i.${column} 或 ib2019.${column} 之类的基准组，实为 ${found}；请写 ${instead}`;
  },
  'formula-syntax/crosses': ({ part, most }) =>
    `${part}：至多 ${most} 个变量之间应只用 # 或 ## 中的一种；请分别写出每个乘积，例如 i(g):x`,
  'formula-syntax/prefix': ({ part }) =>
    `${part}：交互项中的变量之前应有 c.（数值）或 i.（分类）；请写 c.${part}`,
  'formula-syntax/several': ({ part, found, write }) =>
    `${part}：# 的每一边应为一个变量，实为 ${found}；请写 ${write}`,
  'formula-syntax/covariance': ({ part }) =>
    `${part}：应为 vce(robust)、vce(cluster COLUMN) 或 vce(hc3)；其他协方差请写为键 vcov，或命令行的 --vcov`,
  'formula-syntax/two-options': ({ part, key }) =>
    `${part}：${key} 应只有一个选项，之前已有另一个；请只写其中一个`,
  'formula-syntax/option': ({ part }) =>
    `${part}：应为 absorb(id) vce(cluster id)、robust 或 noconstant 之类的选项，实为其他选项；请写为模型的键`,
  'formula-syntax/weights': ({ part }) =>
    `[${part}]：应为 aw、pw 或 fw 及一个变量；请写 [aw=COLUMN]，或使用键 weights`,
  'formula-syntax/rows': ({ part }) =>
    `${part}：应为变量和条件，实为行的范围；请在 if 之后写条件，例如 if year > 2000`,
  'formula-syntax/command': ({ part, write }) =>
    `${part}：应为变量，实为其他程序的命令；请只写 ${write}，或用 wasmetrics import 读取该程序的脚本`,
  'formula-syntax/columns': ({ part, from, to }) =>
    `${part}：应为变量，实为变量的范围；请逐个写出从 ${from} 到 ${to} 的变量`,
  'formula-syntax/missing': ({ part }) =>
    `if ${part}：应与取值比较，实际与缺失值比较；含缺失值的行本来就会略去，请将其余条件写为 where`,
  'formula-syntax/power': ({ part, write }) => `${part}：应为一项的幂，实为和的幂；请写 ${write}`,
  'formula-syntax/terms': ({ part, found }) =>
    `${part}：函数内应为一项，实为 ${found.join(' + ')}；请对每一项分别写函数，例如 log(x) + log(z)`,
  'formula-syntax/random': ({ part }) =>
    `${part}：应为解释变量，实为随机系数；个体的随机截距请用估计方法 panel 和 effects: random`,
  'several-models/formula': ({ part }) =>
    `${part} 描述多个模型，应为一个；请用 fitAll，或分别写出公式`,
  'formula-syntax/dot': () => '“.”不指明变量；请逐个写出，例如 y ~ x1 + x2',
  'formula-syntax/effects': ({ part }) =>
    `${part}：应为吸收的固定效应，实为分组斜率；请将斜率写为解释变量，例如 x:i(g)`,
  'formula-syntax/steps': ({ name }) =>
    name === 'c'
      ? 'c() 列出多个模型的被解释变量；应单独写在“~”之前，例如 c(y1, y2) ~ x'
      : `${name}() 列出多个模型的项；应作为“+”之后的一项，例如 y ~ x + ${name}(a, b)`,
  'formula-syntax/no-step': ({ part }) =>
    `${part}：每个模型都应有变量，其中一个没有；请写没有空步骤的 sw() 或 csw()`,
  'too-many-models': ({ found, most }) =>
    `一个公式至多 ${most} 个模型，实为 ${found} 个；请减少步骤`,
  'formula-syntax': problem,
  'expression-syntax': problem,
  'where-syntax': problem,
  'build-syntax': problem,
  'syntax-problem/token': ({ expected, found }) => {
    const words = typeof expected === 'string' ? expectedWords[expected] : `“${expected.symbol}”`;
    const hint = isArithmetic({ expected, found }) ? '；算术请写在 I() 中，例如 I(x / z)' : '';
    return `应为${words}，实为${found === undefined ? '结尾' : `“${found}”`}${hint}`;
  },
  'syntax-problem/depth': ({ most }) =>
    `括号、函数和正负号至多嵌套 ${most} 层（每层都占用调用栈），实际更多；请减少嵌套`,
  'syntax-problem/chain': ({ most }) =>
    `一串运算符至多 ${most} 个（每个都占用调用栈），实际更多；请用括号分组，或像 x in (1, 2) 那样列出取值`,
  'syntax-problem/length': ({ most, found }) => `至多 ${most} 个字符，实有 ${found} 个；请写得更短`,
  'syntax-problem/quote': ({ quote }) => `引号 ${quote} 为空或没有结束`,
  'syntax-problem/character': ({ character }) => {
    const write = plainOf(character);
    const hint =
      character === '.'
        ? '；点只能用在 L、F 或 D 之后，其他含点的名称请写在反引号中'
        : write === undefined
          ? ''
          : `；请写 ${write}`;
    return `多余的字符“${character}”${hint}`;
  },
  'syntax-problem/terms': ({ most, found }) =>
    `乘积或滞后至多展开为 ${most} 项（计算时间随列数的三次方增长），实有 ${found} 项；请减少项数`,
  'syntax-problem/factors': ({ most }) =>
    `乘积中至多 ${most} 个因子，实际更多；请使用 x^2 之类的幂`,
  'syntax-problem/reference': ({ terms }) =>
    `乘积中应只有一个参照组，实有 ${terms.join(' 和 ')}；请写相同的 ref`,
  'syntax-problem/power': () => '幂次不能为 0',
  'syntax-problem/dummies': () => 'i() 不能变换；请将其作为一项加入，或与其他项交互',
  'syntax-problem/depvar': () => '左边应为一个变量',
  'syntax-problem/lags': ({ most, found }) => `滞后阶数须递增且不超过 ${most}，实为“${found}”`,
  'syntax-problem/all-lags': ({ most, found }) => `滞后合计不能超过 ${most} 阶，实为 ${found} 阶`,
  'syntax-problem/statements': ({ most }) => `至多 ${most} 个表达式或等式，实际更多；请减少`,
  'syntax-problem/function': ({ name, meant }) =>
    `未知函数“${name}”${'write' in meant ? `；请写 ${meant.write}` : suggested(meant)}`,
  'syntax-problem/option': ({ name, option, meant }) =>
    `${name} 没有选项“${option}”${meant === undefined ? '；该函数没有选项' : suggested(meant)}`,
  'syntax-problem/number': () => '应为数，实为文本',
  'syntax-problem/quantiles': ({ most, found }) =>
    `quantiles：应为 2 到 ${most} 之间的整数，实为 ${found}`,
  'syntax-problem/arguments': ({ name, least, most, found }) => {
    const bounds =
      most === undefined ? `至少 ${least}` : least === most ? `${least}` : `${least} 或 ${most}`;
    return `${name} 需要 ${bounds} 个值，实有 ${found} 个`;
  },
  'syntax-problem/by': ({ name }) => `多个值的 ${name} 在每一行内计算，by: 不起作用；请删去`,
  'syntax-problem/order': ({ name }) =>
    `${name} 需要给各行排序的变量，例如 ${name}(x, by: id, order: year)`,
  'syntax-problem/list': ({ name }) => `${name} 不接受数的列表；请删去`,
  'syntax-problem/quantile': () => 'quantile 需要 0 到 100 之间的百分位，例如 quantile(x, 75)',
  'syntax-problem/share': ({ name, found, percent }) =>
    `${name} 的参数为 0 到 100 的百分位，实为 ${found}，像是比例；请写 ${name}(x, ${percent})${name === 'winsor' ? `，若确为 ${found}% 请写 winsor(x, ${found}, ${100 - found})` : ''}`,
  'syntax-problem/quantile-type': ({ found }) => `type：应为 7，或 Stata 定义的 2，实为 ${found}`,
  'syntax-problem/cut': () => 'cut 需要切点或组数，例如 cut(x, [0, 10]) 或 cut(x, quantiles: 4)',
  'syntax-problem/winsor': () =>
    'winsor 需要 0 到 100 之间递增的两个百分位数，例如 winsor(x, 1, 99)',
  'syntax-problem/points': ({ most, found }) =>
    `cut 需要至多 ${most} 个递增的切点，实为 ${found.join('、')}`,
  'syntax-problem/in': () => 'in 只与数和文本比较，例如 in(x, "a", "b")',
  'syntax-problem/several-lags': ({ operators }) =>
    `${operators}x 是多列；请为每个滞后各写一个表达式`,
  'syntax-problem/digits': ({ number }) =>
    `${number} 的位数超过数值所能表示；其变量为文本，请写在引号中`,
  'syntax-problem/range': ({ number }) => `${number} 超出双精度数的范围`,
  'syntax-problem/empty': () => '空文本表示缺失值，不等于任何值',
  'where-syntax/shift': ({ written }) =>
    `筛选条件不能包含滞后或差分${written ? '；请先构造这样的变量' : ''}`,
  'where-syntax/function': ({ name }) =>
    `应为不含函数的条件，实有 ${name}()，它在不同程序中可能含义不同；请先构造变量`,
  'formula-syntax/keys': ({ key, formula }) =>
    `应为不含选项的公式，实有设定 ${key} 的选项；请写 "${formula}"，并将 ${key} 写为模型的键`,
};
