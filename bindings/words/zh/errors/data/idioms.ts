/** Errors of formulas of other programs that have no counterpart, in Chinese. */
import type * as english from '../../../errors/data/idioms.js';
import type { Retold } from '../../../told.js';

const computeFirst = '请先在数据中计算出这一列，再写该变量名';

const products: Readonly<Record<Extract<english.ProductFault, string>, string>> = {
  constant: '常数',
  comparison: '比较',
  sum: '和或差',
  roots: '根的乘积',
  nothing: '其他内容',
  root: '乘积的根',
  'root-power': '根的幂',
};

const productText = (found: english.ProductFault): string => {
  if (typeof found === 'string') return products[found];
  return 'number' in found ? `数 ${found.number}` : `幂次 ${found.power}`;
};

export const idioms: Retold<typeof english> = {
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
};
