/** Words about looking at data, in Chinese. */
import type { Words } from '../en/index.js';

const frequencies: Readonly<Record<string, string>> = {
  day: '日',
  week: '周',
  month: '月',
  quarter: '季',
  half: '半年',
  year: '年',
  time: '时刻',
};

export const look: Words['look'] = {
  noData: '尚未打开数据。',
  columns: '变量',
  search: '搜索变量名或标签',
  found: (n) => `找到 ${n} 个变量`,
  noColumn: '没有变量名或标签与之匹配。',
  more: (n) => `另有 ${n} 个变量，可搜索`,
  heads: ['变量', '类型', '缺失', '分布'],
  types: {
    number: () => '数值',
    boolean: () => '真/假',
    date: (frequency) =>
      frequency === undefined ? '日期' : `日期（${frequencies[frequency] ?? frequency}）`,
    text: () => '文本',
  },
  built: '新生成',
  expression: '定义：',
  missingBecause: (cells, reason) => `${cells} 个缺失：${reason}`,
  statistics: {
    n: '非缺失观测',
    missing: '缺失',
    distinct: '不同取值数',
    mean: '均值',
    sd: '标准差',
    sdBetween: '组间标准差',
    sdWithin: '组内标准差',
    min: '最小值',
    p25: '25% 分位数',
    median: '中位数',
    p75: '75% 分位数',
    max: '最大值',
    skewness: '偏度',
    kurtosis: '峰度',
    unit: '单位',
  },
  frequent: '最常见取值：',
  kinds: '缺失值种类：',
  balance: '面板平衡性',
  choosePanel: '请在数据卡片中选择个体与时间变量。',
  panelSize: (units, periods, first, last) =>
    `${units} 个个体，${periods} 期（${first} 至 ${last}）。`,
  balanced: '平衡面板：每个个体每期都有观测。',
  unbalanced: (min, median, max) =>
    `非平衡面板：每个个体 ${min} 至 ${max} 期，中位数 ${median} 期。`,
  gaps: (n) => `个体存续期内的缺口：${n} 处`,
  emptyPeriods: (periods) => `没有任何观测的时期：${periods}`,
  rowsWithoutKey: (n) => `缺少个体或时间的行：${n}`,
  duplicates: (n) => `个体与时间重复的组合：${n}`,
  duplicate: (unit, time, rows) => `${unit}，${time}：第 ${rows} 行`,
  timeConstant: (columns) => `不随时间变化：${columns}`,
  patterns: '观测模式',
  pattern: '各期（1 表示有观测）',
  unitsHead: '个体数',
  presence: (unit, time) => `自上而下为 ${unit}，自左至右为 ${time} 的观测分布`,
  presenceCell: (unit, time, share) => `${unit}，${time}：${share}`,
  sheet: '数据表',
  sheetHelp:
    '用方向键、Page Up/Down、Home、End 移动，按住 Control 移到两端。在变量名上按 Enter 依次升序、降序、恢复原顺序。',
  row: '行',
  missing: '缺失',
};
