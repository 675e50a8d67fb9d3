/** Errors of results that are estimated or analysed again, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/refits.js';

function comparedWords(compared: english.Compared): string {
  if (!('coefficient' in compared)) return compared.of === 'nobs' ? '观测数' : '系数';
  const { of, coefficient } = compared;
  return `${coefficient} 的${of === 'estimate' ? '估计值' : '标准误'}`;
}

export const refits: Retold<typeof english> = {
  'result-without-data': () =>
    '该结果不含数据；请在本进程中估计模型，或为副本提供数据：withData(fit, data, model)',
  'data-changed': () =>
    '数据表应与估计时相同，但模型各列的取值已改变；请重新估计模型，或在改写数据表之前分析',
  'not-dynamic': ({ estimator }) => `应为估计方法 dpd 的结果，实为 ${estimator}`,
  'other-fit': ({ compared, expected, found }) =>
    `数据与模型应与该估计相同，实为另一个估计：${comparedWords(compared)}原为 ${expected}，现为 ${found}；请提供计算该结果时所用的数据与模型`,
};
