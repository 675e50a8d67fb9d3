/** Errors of syntax in formulas, filters and expressions, in Chinese. */
import type * as english from '../../../errors/data/syntax.js';
import type { Retold } from '../../../told.js';
import { suggested } from '../../text.js';

const expectedWords: Readonly<Record<Extract<english.SyntaxExpected, string>, string>> = {
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

const problem = ({ problem: { text } }: english.SyntaxProblem) => text;

export const syntax: Retold<typeof english> = {
  'formula-syntax': problem,
  'expression-syntax': problem,
  'where-syntax': problem,
  'build-syntax': problem,
  'syntax-problem/token': ({ expected, found }) => {
    const words = typeof expected === 'string' ? expectedWords[expected] : `“${expected.symbol}”`;
    return `应为${words}，实为${found === undefined ? '结尾' : `“${found}”`}`;
  },
  'syntax-problem/depth': ({ most }) =>
    `括号、函数和正负号至多嵌套 ${most} 层（每层都占用调用栈），实际更多；请减少嵌套`,
  'syntax-problem/chain': ({ most }) =>
    `一串运算符至多 ${most} 个（每个都占用调用栈），实际更多；请用括号分组，或像 x in (1, 2) 那样列出取值`,
  'syntax-problem/length': ({ most, found }) => `至多 ${most} 个字符，实有 ${found} 个；请写得更短`,
  'syntax-problem/quote': ({ quote }) => `引号 ${quote} 为空或没有结束`,
  'syntax-problem/character': ({ character }) =>
    `多余的字符“${character}”${character === '.' ? '；点只能用在 L、F 或 D 之后，其他含点的名称请写在反引号中' : ''}`,
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
