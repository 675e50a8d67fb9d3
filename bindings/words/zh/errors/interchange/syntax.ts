/** Errors of the syntax of other programs' commands, in Chinese. */
import type * as english from '../../../errors/interchange/syntax.js';
import { show } from '../../../text/messages.js';
import type { Retold } from '../../../told.js';
import { adviceOn } from '../../methods.js';
import { spaced, suggested } from '../../text.js';

const expectedWords: Readonly<Record<Extract<english.CommandExpected, string>, string>> = {
  'end-of-condition': '运算符或条件的结尾',
  'end-of-value': '运算符或取值的结尾',
  'operator-or-parenthesis': '运算符或 ")"',
  operand: '变量、数或文本',
  'python-list': '["east", "west"] 之类的列表',
  literal: '数或文本',
  'list-separator': '"," 或列表的结尾',
  'lags-and-semicolon': '滞后阶数和 ";"',
  'dpanel-item': '序列、GMM()、GMMlevel() 或选项',
  'comma-and-lags': '"," 和两个滞后',
  'semicolon-or-option': '";" 或 --two-step 之类的选项',
  series: '序列',
  'number-of-lags': '滞后阶数',
  statement: '语句',
  'name-and-equals': '名称和 "="',
  'hc-version': '0 到 3 的版本',
  file: '文件',
  'quiet-option': '--quiet 之类的选项',
  'panel-vars': '两个变量和 --panel-vars',
  'condition-and-restrict': '条件和 --restrict',
  weights: '权重',
  semicolon: '工具变量之前的 ";"',
  'robust-option': '--robust 之类的选项',
  'bar-before-instruments': '工具变量之前的 "|"',
  'third-part': '第三部分或结尾',
  'comma-before-lags': '滞后之前的 ","',
  'first-lag': '第一个滞后',
  'last-lag': '最后一个滞后或 "."',
  option: '选项',
  'python-column': 'df["id"] 之类的变量',
  'quoted-column': '引号中的变量名',
  dictionary: '{"groups": df["id"]} 之类的字典',
  'end-of-dictionary': '字典的结尾',
  'name-and-colon': '引号中的名称和 ":"',
  'list-items': '列表中的文本或数',
  'end-of-list': '列表的结尾',
  'one-value': '一个取值',
  'end-of-argument': '")" 和参数的结尾',
  tilde: '被解释变量之后的 "~"',
  'bar-before-windows': '工具变量窗口之前的 "|"',
  'end-of-formula': '"+"、"|" 或公式的结尾',
  'parenthesis-after-lags': '滞后之后的 ")"',
  'lag-or-range': '一个滞后或 1:2 之类的范围',
  variable: '变量',
  power: '"^" 和整数',
  column: '变量',
  'r-covariance':
    'vcovHC()、vcovCL()、NeweyWest() 或 sandwich()（请写其中之一，或在模型中设定 vcov）',
  'end-of-covariance': '协方差的结尾',
  'variable-or-end': '变量、"," 或结尾',
  'two-lags': '两个滞后',
  'variable-or-comma': '变量或 ","',
  number: '数',
  'one-number': '一个数',
  'one-estimator': '只写 fe、re、be 之一',
  'variable-after-operator': '运算符之后的变量',
  'end-of-range': '范围的最后一个变量',
  'cluster-column': '聚类变量',
  kernel: '核函数',
  'absorbed-column': '要吸收的变量',
  'lags-or-opt': '滞后阶数或 opt',
  'number-or-auto': '数或 auto',
  units: '个体变量',
  'one-name': '一个名称',
  level: '取值',
  ref: 'ref = 和取值',
  'number-as-power': '作为幂次的数',
  'whole-number': '整数',
  'quoted-text': '引号中的文本',
};

function expectedText(expected: english.CommandExpected): string {
  if (typeof expected === 'string') return expectedWords[expected];
  if ('oneOf' in expected) return choice(expected.oneOf);
  if ('either' in expected) return choice(expected.either);
  if ('among' in expected) return `${expected.among.join('、')} 之一`;
  if ('variableAfter' in expected) return `“${expected.variableAfter}”之后的变量`;
  if ('openedAfter' in expected) return `${expected.openedAfter} 之后的 "("`;
  if ('callOf' in expected) return `对 ${expected.callOf}() 的调用`;
  return `${expected.closedAfterColumnOf}() 的变量之后的 ")"`;
}

const choice = (words: readonly string[]) =>
  [words.slice(0, -1).join('、'), words.at(-1)!].filter((part) => part !== '').join(' 或 ');

const nearText = (near: string | undefined) => (near === undefined ? '' : `（是否为“${near}”？）`);

const commandWords: Readonly<Record<Extract<english.OneCommand, string>, string>> = {
  stata: ' xtabond2、xtdpdgmm、regress 或其他 Stata 命令',
  'of-stata': ' Stata 命令',
  python: ' statsmodels、linearmodels 或 pyfixest 的命令',
  'of-python': ' Python 命令',
  'of-r': ' R 命令',
  r: ' lm()、plm()、ivreg() 或 feols() 命令',
};

const statementWords = {
  python: 'statsmodels、linearmodels 或 pyfixest 的模型，或数据框',
  r: 'lm()、plm()、ivreg()、feols()、数据框或协方差',
};

export const waysOut: Readonly<Record<english.WayOut, string>> = {
  generate: '请在数据中构造该变量，或在模型文件中用 build: 构造',
  by: '请为每一组各写一次带 if 的命令，或使用 wasmetrics groups --by',
  printed: '模型的结果已含这些检验',
  'panel-tests': '没有可替代的检验；vcov: cluster 和 driscoll-kraay 允许这样的误差',
  suest: 'wasmetrics groups model.yaml --by GROUP 比较各组的系数',
  'predictive-margins':
    '本版本没有预测边际；wasmetrics predict model.yaml --new FILE 可预测所选的行',
  elasticities: '本版本没有弹性；公式取对数时系数即为弹性',
  append: 'append 键只接受未经修改的文件；否则请把两个文件合为一个',
  collapse:
    'reshape: {groups: ...} 把文件的列变为每组一行，只能用一次；build: 的 mean(x, by: g) 在每行给出均值',
  'collapse-order': 'reshape: {groups: ...} 没有组内的第一行或最后一行；请自行写出每组一行的文件',
  permute:
    '本版本不对任意统计量做置换；wasmetrics groups model.yaml --by GROUP --method permutation 置换两组的标签',
  rolling: '请对每个窗口用 if 各写一次命令',
  'two-way-table': '本版本没有频数表；wasmetrics describe FILE --by g 给出各组的行数',
  jackknife: '请写 vcov: HC3，它接近刀切法；按聚类的刀切法为 CV3',
  survey: '本版本没有抽样设计；最接近的是 weights: 和 vcov: cluster',
  imputation: '本版本不合并多重插补数据的估计',
  document: '请写不带它的模型；wasmetrics study 给出所有模型的表',
  cells: '表格即研究的表，由 wasmetrics study 整体写出',
  graph: '研究的图和 wasmetrics plot 显示估计值；数据的图未转换',
};

const pdynmcFlags: Readonly<Record<english.PdynmcFlag, string>> = {
  levels: '水平方程，其工具变量与 wasmetrics 不同',
  nonlinear: '非线性矩条件，其第一步权重与 wasmetrics 不同',
  instruments: '不是解释变量的工具变量',
  regressors: '不是工具变量的解释变量',
  'level-equations': '水平方程',
  weight: '不同的一步权重',
};

export const syntax: Retold<typeof english> = {
  'command-syntax': ({ problem }) => problem.text,
  'command-problem/part': ({ expected, found }) =>
    `应为${spaced(expectedText(expected))}，实为${found === undefined ? '结尾' : `“${found}”`}`,
  'command-problem/argument': ({ command, word, meant }) =>
    `${command}：未知或不支持的参数“${word}”${suggested(meant)}`,
  'command-problem/unsupported-option': ({ command, word, meant }) =>
    `${command}：未知或不支持的选项“${word}”${suggested(meant)}`,
  'command-problem/unknown-option': ({ command, word, meant }) =>
    `${command}：未知选项“${word}”${suggested(meant)}`,
  'command-problem/no-option': ({ command, word, meant }) =>
    `${command} 没有选项“${word}”${suggested(meant)}`,
  'command-problem/list-function': ({ word, meant }) =>
    `列表中的未知函数 ${word}()${suggested(meant)}`,
  'command-problem/gretl-statement': ({ word, meant }) =>
    `未知的 gretl 语句“${word}”${suggested(meant)}`,
  'command-problem/unknown-part': ({ word, meant }) => `未知部分 ${word}()${suggested(meant)}`,
  'command-problem/call': ({ word, meant }) => `未知的调用 ${word}()${suggested(meant)}`,
  'command-problem/match': ({ word, meant }) =>
    `数据中没有与“${word}”匹配的变量${suggested(meant)}`,
  'command-problem/formula-function': ({ language, name, known }) =>
    `${language === undefined ? '' : `${language}：`}未知函数 ${name}()；应为 ${known.join('、')}`,
  'command-problem/one': ({ commands, several }) => {
    const words = typeof commands === 'string' ? commandWords[commands] : ` ${commands.code}`;
    return `应有一条${words}，${several ? '实有第二条' : '实际没有'}`;
  },
  'command-problem/statement': ({ language }) => `应为 ${statementWords[language]}，实为其他语句`,
  'command-problem/stata-command': ({ known, word, near }) =>
    `应为 Stata 的命令（${known.join('、')}），实为“${word}”${nearText(near)}`,
  'command-problem/program': ({ known, word, near }) =>
    `应为其他程序的命令（${known.join('、')}，或带有“|”的 pydynpd 命令），${word === '' ? '实际没有' : `实为 ${show(word)}`}${nearText(near)}`,
  'command-problem/estimation': ({ first }) =>
    `应至少有一条估计命令，实际没有${first === '' ? '' : `；${first.text}`}`,
  'command-problem/method': ({ name, means }) => {
    const advice = adviceOn(means);
    return `应为可转换的命令，实为 ${name}${advice === undefined ? '' : `；${advice}`}`;
  },
  'command-problem/translated': ({ way }) => `应为可转换的命令；${waysOut[way]}`,
  'script-problem/cov-type': ({ word, panel }) =>
    `fit()：cov_type 应为 unadjusted、robust 或 clustered${panel ? '' : '，或带 bandwidth 的 kernel'}，实为“${word}”`,
  'script-problem/pdynmc-flag': ({ name, flag }) =>
    `${name}：应为 FALSE，实为 TRUE，其含义为${pdynmcFlags[flag]}`,
};
