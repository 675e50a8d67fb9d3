/** Words about the specification curve, in Chinese. */
import type { Words } from '../../en/index.js';

export const curve: Words['curve'] = {
  title: '设定曲线',
  about: '系数在所有选择组合下的估计。变化的内容由模型的 multiverse 键给出，否则为常用选择。',
  run: '全部估计',
  counts: (shown, all, failed) => `显示 ${all} 个设定中的 ${shown} 个；${failed} 个无法估计。`,
  apart:
    '蓝色：区间不含 0。灰色空心：被检验拒绝。右侧为所选模型的区间与各选择下估计的范围，二者是不同的不确定性。',
  ofModel: '模型',
  ofChoices: '选择',
  observations: '使用的行',
  sortBy: '首先按',
  byEstimate: '仅按估计值',
  options: '排除或合并选项',
  option: '选项',
  median: '估计值中位数',
  join: '合并',
  split: '拆分',
  joinWith: (option, other) => `将 ${option} 与 ${other} 合并`,
  splitOf: (option) => `拆分 ${option}`,
  specification: '设定',
  none: '没有剩余的设定。',
  numbers: (estimate, error, p) => `${estimate}（${error}），p ${p}`,
  interval: (low, high) => `${low} 至 ${high}`,
  rows: (rows) => `${rows} 行`,
  refused: (tests) => `被 ${tests} 拒绝`,
  refusedBy: '被拒绝于',
  own: '作者的模型',
  open: '打开此模型',
  code: '该设定的代码',
};
