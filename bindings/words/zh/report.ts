import { schemes } from './claims/names.js';
import { sentenceOf } from '../sentence-of.js';
import { cutPlaces } from './cut-places.js';
import { errors } from './errors/index.js';
import { warnings } from './warnings/index.js';
import { estimatorText } from './places.js';
import { verdicts } from './verdicts.js';
import type { ReportWords } from '../en/report.js';

export const report: ReportWords = {
  untitled: '研究',
  skip: '跳到检验结论',
  contents: '目录',
  claims: '假设与结论',
  tables: '表',
  figures: '图',
  indices: '综合指数',
  splits: '分组',
  models: '模型',
  warnings: '警告',
  warned: (warning) => sentenceOf(warnings, warning, '：', errors),
  failed: '未完成的部分',
  partFailed: (id, sentence) => `${id} 未能完成：${sentence}`,
  failedLead: '以下部分无法完成，其余部分不受影响。',
  errorCode: '错误代码',
  sources: '数据与软件',
  verdicts,
  tally: (all, counts) => {
    const parts = counts.map(([verdict, n]) => `${n}个${verdicts[verdict]}`);
    return `共${all}个假设：${parts.join('，')}。`;
  },
  estimate: '估计值',
  statistic: '统计量',
  pValue: 'p值',
  test: '检验',
  reason: '理由',
  verdict: '结论',
  judged: '检验内容',
  changes: '什么会改变结论',
  parts: '各列',
  part: '部分',
  column: (columns) => `第${columns}列`,
  difference: '组间差异',
  figureData: '图中数据',
  notDrawn: '此图未绘制，数据见下。',
  scree: '碎石图',
  screeAxis: ['主成分', '特征值'],
  modelsLead: '点击表中任一数字可查看其模型；全部模型列于此处。',
  model: '模型',
  estimator: '估计方法',
  depvar: '被解释变量',
  observations: '观测值',
  place: '位置',
  close: '关闭',
  command: '命令',
  modelFile: '模型文件',
  hash: '结果的SHA-256',
  split: ['变量', '划分依据', '划分点', '取值', '各组行数'],
  switching: '跨组个体数',
  levels: { row: '按行', unit: '按个体', year: '按年' },
  data: '数据',
  rows: (rows) => `${rows}行`,
  panel: (units, first, last) => `${units}个个体，${first}至${last}`,
  bootstraps: '自助法',
  replicates: (reps, scheme, seed) =>
    `${schemes[scheme] ?? scheme}自助法，${reps}次重复，种子${seed}`,
  software: '软件',
  fingerprint: '计算核心的SHA-256',
  rerun: '重新运行',
  sort: '排序：',
  title: (_, name) => estimatorText(name),
  cutAt: (place) => cutPlaces[place] ?? place,
  openModel: (id) => `模型${id}`,
  comma: '，',
  colon: '：',
};
