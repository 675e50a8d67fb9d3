/** Words about where a number comes from, in Chinese. */
import type { Words } from '../../en/index.js';

export const provenance: Words['provenance'] = {
  close: '关闭',
  estimate: '估计值',
  stdError: '标准误',
  pValue: 'p',
  interval: (level) => `${level} 置信区间`,
  source: '数字来源',
  rows: '样本行',
  rowsUsed: (used, read) => `共 ${read} 行，使用 ${used} 行`,
  rowsLost: (rows, reason) => `剔除 ${rows} 行：${reason}`,
  data: '数据',
  dataHash: '数据的 SHA-256',
  seed: '随机种子',
  noDraws: '无：未使用随机数',
  program: '程序',
  build: (version, build) => `wasmetrics ${version}，${build} 版本`,
  engineHash: '引擎的 SHA-256',
  resultHash: '结果的 SHA-256',
  model: '模型',
};
