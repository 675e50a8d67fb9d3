/** Printed columns and their estimators, in Chinese. Abbreviations such as 2SLS stay. */
import type { EstimatorCode, EstimatorName, PlaceDetail } from '../places.js';
import { series } from './text.js';

const estimators: Readonly<Record<EstimatorCode, string>> = {
  ols: 'OLS',
  wls: 'WLS',
  '2sls': '2SLS',
  liml: 'LIML',
  fuller: 'Fuller LIML',
  kclass: 'k-class',
  'one-step-gmm': '一步GMM',
  'two-step-gmm': '两步GMM',
  'iterated-gmm': '迭代GMM',
  'cue-gmm': '连续更新GMM',
  'system-gmm': '系统GMM',
  'difference-gmm': '差分GMM',
  'level-gmm': '水平GMM',
  within: '组内估计',
  twoway: '双向固定效应',
  random: '随机效应',
  between: '组间估计',
  'first-difference': '一阶差分',
  pooled: '混合OLS',
};

const effects = { within: '，组内', 'first-difference': '，一阶差分' };

export function estimatorText(name: EstimatorName): string {
  if ('title' in name) return name.title;
  if ('code' in name) {
    return estimators[name.code] + (name.how === undefined ? '' : effects[name.how]);
  }
  if (name.part === 'reduced') return '简化式';
  return name.of === undefined ? '第一阶段' : `${name.of}的第一阶段`;
}

/** `第(1)和(2)列`. */
export const columnsText = (columns: readonly number[]) =>
  `第${series(columns.map((column) => `(${column})`))}列`;

/** `T5面板B第(2)列（OLS）`. */
export function placeText({ table, panel, columns, estimator }: PlaceDetail): string {
  const place = `${table}${panel === undefined ? '' : `面板${panel}`}${columns.length === 0 ? '' : columnsText(columns)}`;
  return estimator === undefined ? place : `${place}（${estimatorText(estimator)}）`;
}
