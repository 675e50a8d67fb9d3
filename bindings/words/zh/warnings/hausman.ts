/** Warnings about Hausman tests, in Chinese. */
import type { HausmanWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

export const hausmanWarnings: Sentences<HausmanWarnings> = {
  'singular-difference': ({ rank, coefficients, of }) =>
    `${of === 'difference' ? 'V(b) - V(B)' : '差异的协方差矩阵'}的秩为${rank}，少于${coefficients}个系数，检验使用其广义逆`,
  'indefinite-difference': ({ negative }) =>
    `V(b) - V(B)有${negative}个负特征值，与检验的假设不符；请核对哪个估计有效，或对随机效应用稳健检验`,
  'few-added-moments': ({ added, rank }) =>
    `一个模型只比另一个多${added}个过度识别约束，检验的自由度可能少于${rank}`,
  'not-compared': ({ names }) => `${listed(names)}并非在个体内和个体间都有变化，未参与比较`,
};
