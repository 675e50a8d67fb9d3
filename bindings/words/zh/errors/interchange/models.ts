/** Errors of models that another program cannot express, in Chinese. */
import type * as english from '../../../errors/interchange/models.js';
import { show } from '../../../text/messages.js';
import type { Retold } from '../../../told.js';
import { spaced, suggested } from '../../text.js';

const bounds: Readonly<Record<english.BoundName, (most: number) => string>> = {
  script: (most) => `脚本至多 ${most} 个字符`,
  statement: (most) => `每条语句至多 ${most} 个字符`,
  blanks: (most) => `语句的词之间至多 ${most} 个空格`,
  models: (most) => `脚本至多 ${most} 个模型`,
  filters: (most) => `对数据行的条件至多 ${most} 个`,
  nesting: (most) => `括号、运算符和函数至多嵌套 ${most} 层`,
  terms: (most) => `乘积或滞后至多展开为 ${most} 项`,
  variables: (most) => `变量列表至多 ${most} 个变量`,
  range: (most) => `范围中至多 ${most} 个数`,
};

const waysOut: Readonly<Partial<Record<english.BoundName, string>>> = {
  nesting: '请减少嵌套',
  terms: '请减少项数',
  variables: '请减少变量',
  range: '请缩短范围',
};

const countText = (found: english.BoundCount): string => {
  if (found === 'more') return '实际更多';
  if (typeof found === 'number') return `实有 ${found} 个`;
  return 'length' in found
    ? `实有一条为 ${found.length} 个`
    : `实为 ${found.first} 到 ${found.last}`;
};

function plmText(fault: english.PlmFault): string {
  if (fault === 'nested') return '不支持嵌套效应';
  if (fault === 'instruments') return '不转换工具变量；请使用 ivreg() 或 feols()';
  if ('models' in fault) return `model 应为 ${fault.models.join('、')}，实为“${fault.found}”`;
  if ('effect' in fault)
    return `model 为“${fault.model}”时应有 effect = "individual"，实为“${fault.effect}”`;
  if ('method' in fault) return `应有 random.method = "swar"，实为“${fault.method}”`;
  return `不支持 ${fault.argument}`;
}

export const models: Retold<typeof english> = {
  'not-expressed/key': ({ program, what }) => `${program} 无法表示${spaced(what.text)}`,
  'not-expressed/estimator': ({ program, estimator, use }) =>
    `${program} 无法表示 ${estimator}；请使用 ${use.join('、')} 之一`,
  'not-expressed/commands': ({ program, refused }) =>
    `${program} 没有能够表示该模型的命令：${refused.map(({ text }) => text).join('；')}`,
  'not-expressed/function': ({ program }) =>
    `${program} 的筛选条件中不能写函数；请在数据文件中构造变量`,
  'not-expressed/name': ({ name }) =>
    `筛选条件中不能含变量名 ${JSON.stringify(name)}；请在数据中另建变量`,
  'not-expressed/quotes': () => '筛选条件中不能含同时有两种引号的文本；请在数据中为其构造变量',
  'not-expressed/missing': () => '筛选条件中不能含缺失值；请写 missing(x)，或在数据中为其构造变量',
  'unexpressed/equation': ({ equation, outcome }) =>
    `没有 ${outcome} 的 GMM 式工具变量的${equation === 'diff' ? '差分' : '水平'}方程`,
  'unexpressed/level-instruments': () => '水平方程中每个有窗口的变量的一阶滞后差分以外的工具变量',
  'unexpressed/dummies': ({ term }) =>
    `${term}；请将其作为变量加入数据。时期虚拟变量请在 iv 中也列出时间变量的 i()`,
  'unexpressed/filter-text': ({ text }) => `筛选条件中的文本 ${show(text)}`,
  'no-compat': ({ estimator }) =>
    `应为动态面板模型中的 gretl、plm 或 xtdpdgmm，实为 ${estimator === undefined ? 'xtabond2' : `估计方法 ${estimator}`}`,
  'unknown-program': ({ found, meant }) => `未知的程序 ${show(found)}${suggested(meant)}`,
  'command-problem/bound': ({ of, most, found }) =>
    `${of === 'range' ? '命令：' : ''}${bounds[of](most)}，${countText(found)}；${waysOut[of] ?? '请缩短'}`,
  'script-problem/plm': ({ fault }) => `plm()：${plmText(fault)}`,
};
