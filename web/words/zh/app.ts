/** Words about the frame of the page, in Chinese. */
import type { Words } from '../en/index.js';

export const app: Words['app'] = {
  title: 'wasmetrics',
  tagline: '在网页中做计量分析。数据不离开本机。',
  skip: '跳到内容',
  skipToResults: '跳到结果',
  undo: '撤销',
  redo: '重做',
  language: '语言',
  none: '无',
  all: '全部',
  add: '添加',
  more: '更多选项',
  workbench: '对模型的操作',
  panels: {
    data: '数据',
    estimate: '估计',
    text: '文本',
    code: '代码',
    bootstrap: '自助法',
    table: '表格',
    checks: '检查',
    curve: '设定曲线',
    claims: '论断',
  },
};
