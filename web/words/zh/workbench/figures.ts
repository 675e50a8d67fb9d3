/** Words about figures, in Chinese. */
import type { Words } from '../../en/index.js';

export const figures: Words['figures'] = {
  save: (format) => `将图保存为 ${format}`,
  numbers: '图中数据',
  estimate: '估计值',
  interval: '区间',
  firstRows: (shown, all) => `共 ${all} 行，显示前 ${shown} 行。`,
  unavailable: '无',
};
