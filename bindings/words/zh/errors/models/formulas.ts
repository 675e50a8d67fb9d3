/** Errors of formulas that an estimator cannot take, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/formulas.js';

export const formulas: Retold<typeof english> = {
  'formula-parts/instruments': ({ formula, panel }) => {
    const instead = panel ? 'iv 并设 effects 为 within 或 first-difference' : 'iv 或 gmm';
    return `公式“${formula}”含有工具变量；应只有 y ~ x1 + x2 | fe1 + fe2：请用估计方法 ${instead}`;
  },
  'formula-parts/no-instruments': ({ formula }) =>
    `公式“${formula}”没有工具变量；应为 y ~ 外生变量 | 内生变量 ~ 工具变量`,
  'formula-parts/effects': ({ formula, effects }) =>
    `公式“${formula}”含有固定效应；effects 为 ${effects} 时不应有固定效应`,
  'formula-parts/dynamic': ({ formula }) =>
    `公式“${formula}”含有“|”之后的部分；应只有 y ~ x1 + x2，工具变量写在 gmm 与 iv 中`,
  'no-regressors/formula': ({ formula }) => `公式“${formula}”没有解释变量；至少需要一个`,
  'outcome-as-regressor': ({ formula, variable }) =>
    `“${variable}”同时在“${formula}”的两侧；请从右侧去掉，或用它的滞后`,
  'outcome-as-regressor/dynamic': ({ formula, variable }) =>
    `“${variable}”同时在“${formula}”的两侧；请从右侧去掉，或用滞后，例如 L.${variable}`,
  'endogenous-twice': ({ formula, variable }) =>
    `“${variable}”在“${formula}”的内生变量中出现两次；应只出现一次`,
  'endogenous-and-exogenous': ({ formula, variable }) =>
    `“${variable}”在“${formula}”中既是外生变量又是内生变量；应只列于一处`,
  'outcome-as-instrument': ({ formula, variable }) =>
    `“${variable}”在“${formula}”中既是被解释变量又是工具变量；请从工具变量中去掉`,
  'instrument-as-regressor/exogenous': ({ formula, variable }) =>
    `“${variable}”在“${formula}”中既是外生解释变量又是工具变量；应只列于解释变量，因为外生解释变量就是其自身的工具变量`,
  'instrument-as-regressor/endogenous': ({ formula, variable }) =>
    `“${variable}”在“${formula}”中既是内生变量又是工具变量；若为外生变量，应列于外生解释变量，否则只列于内生变量`,
};
