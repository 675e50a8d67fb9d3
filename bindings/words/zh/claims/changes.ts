/** What would change a verdict, in Chinese. */
import { count } from '../../text/counts.js';
import { digits, statistic } from '../../text/format.js';
import { confidence, jointText, pText } from '../../claim-numbers.js';
import type { By, ByDetails, ChangeDetails } from '../../vocabulary/claims.js';
import { coded, type Sentences } from '../../warning.js';
import { clauses } from './clauses.js';
import { bootstrapText, methodText, sidesText } from './names.js';
import { verdicts } from '../verdicts.js';

const ways: Sentences<ByDetails> = {
  analytic: () => '采用解析标准误',
  bootstrap: (bootstrap) => `采用${bootstrapText(bootstrap)}`,
  type: ({ type, unit }) => `采用${type}标准误（按${unit}聚类）`,
  clusters: ({ column, count: clusters }) => `采用按${column}聚类的标准误（${clusters}个聚类）`,
  'anderson-rubin': () => '采用Anderson-Rubin检验（弱工具变量下有效）',
  method: ({ method }) => `采用组间差异的${methodText({ method })}`,
  joint: ({ method }) => `采用联合${methodText({ method })}`,
};

const tests = { hansen: 'Hansen检验', jTest: 'J检验', sargan: 'Sargan检验' };

const wayText = (by: By) => coded(ways, by);

export const changes: Sentences<ChangeDetails> = {
  p: ({ by, sides, verdict, df, ...decided }) => {
    const joint = df === undefined ? '' : `${jointText(df)}，`;
    const side = sides === undefined ? '' : sidesText(sides);
    return `${wayText(by)}：${joint}${side}${pText(decided)}，${verdicts[verdict]}。`;
  },
  band: ({ by, isInside, verdict }) =>
    `${wayText(by)}：区间${isInside ? '' : '不'}在界限之内，${verdicts[verdict]}。`,
  'no-test': ({ by, reasons }) =>
    `${wayText(by)}：无法检验（${reasons.map((clause) => coded(clauses, clause)).join('；')}）。`,
  holm: ({ claims, ...decided }) =>
    `对研究的${claims}个假设作Holm校正后，${pText(decided)}：${verdicts['not supported']}。`,
  'many-instruments': ({ instruments, units }) =>
    `工具变量多于个体（${instruments}和${count(units)}），内生变量被过度拟合，Hansen检验的功效降低。`,
  overidentified: ({ test, ...decided }) => `${tests[test]}拒绝工具变量（${pText(decided)}）。`,
  'no-serial': ({ reason }) => `无法检验二阶序列相关：${reason ?? '没有可用的残差对'}。`,
  serial: (decided) => `AR(2)检验拒绝原假设（${pText(decided)}）。`,
  'one-period': ({ period, pairs }) =>
    `AR(2)检验只依据一个时期（${period}，${count(pairs)}对），功效很低。`,
  'weak-effective': ({ f, critical, bias }) =>
    `第一阶段较弱：有效F为${digits(f, 3)}，低于${digits(critical, 3)}（最坏偏误的${bias}%）。`,
  'weak-rule': ({ f, rule }) =>
    `第一阶段较弱：Kleibergen-Paap F为${statistic(f)}，低于经验值${rule}。`,
  curve: ({ figure, supporting, of }) =>
    `${figure}的${count(of)}个可接受设定中有${count(supporting)}个（${Math.round(100 * (supporting / of))}%）支持。`,
  tost: ({ level }) =>
    `按双单侧检验（TOST，使用${confidence(2 * level)}置信区间），系数在界限之内得到支持。`,
};
