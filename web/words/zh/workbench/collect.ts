/** Words about tables of several models, in Chinese. */
import type { Words } from '../../en/index.js';

export const collect: Words['collect'] = {
  table: '回归表',
  add: '加入当前模型',
  collected: (models) => `表中有 ${models} 个模型`,
  columns: '表格各列',
  heading: (place) => `第 ${place} 列的标题`,
  left: (name) => `将 ${name} 左移`,
  right: (name) => `将 ${name} 右移`,
  open: (name) => `打开 ${name} 的模型`,
  openShort: '打开',
  remove: (name) => `移除 ${name}`,
  title: '标题',
  stars: '星号',
  starLevels: { usual: '0.1、0.05、0.01', strict: '0.05、0.01、0.001', none: '无' },
  below: '估计值下方',
  belowKinds: { stdError: '标准误', t: 't', z: 'z', p: 'p 值', interval: '置信区间' },
  digits: '小数位数',
  style: '样式',
  stats: '统计量',
  labels: '变量标签',
  takeAway: '导出表格',
  save: (format) => `将表格保存为 ${format}`,
  openCell: (text) => `${text}：查看来源`,
};
