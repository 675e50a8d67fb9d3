/** Words about the model, in Chinese. */
import type { Words } from '../en/index.js';

export const model: Words['model'] = {
  model: '模型',
  estimator: '估计方法',
  outcome: '被解释变量',
  regressors: '解释变量',
  effects: '固定效应',
  endogenous: '内生变量',
  excluded: '工具变量',
  addTo: (list) => `添加到${list}`,
  remove: (term) => `移除 ${term}`,
  unit: '个体',
  time: '时间',
  gmmInstruments: 'GMM 式工具变量',
  ivInstruments: '标准工具变量',
  lags: (from, to) => `滞后 ${from} 至 ${to} 期`,
  firstLag: (names) => `${names} 的最短滞后`,
  lastLag: (names) => `${names} 的最长滞后`,
  collapse: '合并',
  formula: '公式',
};
