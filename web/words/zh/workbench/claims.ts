/** Words about claims, in Chinese. */
import type { Words } from '../../en/index.js';

export const claims: Words['claims'] = {
  title: '论断',
  none: '点击一个系数，即可保存关于它的论断。',
  claim: '论断',
  relation: '该系数',
  relations: { '> 0': '大于 0', '< 0': '小于 0', '!= 0': '不为 0', '= 0 within': '在带宽内为 0' },
  band: '带宽的一半',
  level: '显著性水平',
  save: '保存论断',
  saved: (statement) => `已保存：${statement}`,
  verdicts: {
    supported: '支持',
    'not supported': '不支持',
    mixed: '结论不一',
    'not testable': '无法检验',
  },
  open: '打开模型',
  openOf: (id) => `打开模型：${id}`,
  removeOf: (id) => `移除 ${id}`,
  saveStudy: '保存为研究文件',
};
