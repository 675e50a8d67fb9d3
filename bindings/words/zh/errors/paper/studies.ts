/** Errors of studies, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/studies.js';
import { count } from '../../../text/counts.js';
import { columnsText } from '../../places.js';
import { suggested } from '../../text.js';

export const studies: Retold<typeof english> = {
  'unknown-set': ({ found, meant }) => `没有名为“${found}”的变量组${suggested(meant)}`,
  'unknown-index': ({ found, meant }) => {
    const none = '；请在 build 中构造，例如 {index: entropy, columns: {a: +, b: -}}';
    return `没有名为“${found}”的指数${meant === undefined ? none : suggested(meant)}`;
  },
  'unknown-table/reference': ({ table, meant }) => `没有表“${table}”${suggested(meant)}`,
  'unknown-model/no-models': ({ table }) => `应为含模型的表，但 ${table} 中没有模型`,
  'unknown-table/chosen': ({ found, meant }) => {
    const way = 'whole' in meant ? `；表只能整体运行，请写 ${meant.whole}` : suggested(meant);
    return `没有表或图“${found}”${way}`;
  },
  'unknown-claim': ({ found, meant }) =>
    `没有假设“${found}”${meant === undefined ? '；研究中没有任何假设' : suggested(meant)}`,
  'claim-not-run': ({ found, missing }) =>
    `${found} 依据 ${missing.join('、')}，而 only 未包括；请一并运行，或不要求 ${found}`,
  'no-data/study': () => '应有数据文件，但没有；请设定 data，或传入数据',
  'unknown-model/column': ({ found, table, columns }) =>
    `${table} 只有${columnsText(columns)}，没有 ${found}`,
  'bad-value/panels': ({ found, columns }) =>
    `${found} 出现在多个面板中；请写 ${columns.join(' 或 ')}`,
  'empty-group/levels': ({ found, by, values, more }) =>
    `应为 ${by} 的取值（${values.join('、')}${more ? '等' : ''}），实为 ${found}`,
  'one-group/split': ({ found, count: n }) => `应为至少有两个取值的变量，而 ${found} 有 ${n} 个`,
  'bad-value/groups': ({ found, count: n, most }) =>
    `最多 ${most} 组，而 ${found} 有 ${n} 个取值；请用 at 切分，或列出 levels`,
  'too-few-columns': ({ columns }) =>
    `至少需要两个有变异的数值变量，而 ${count(columns)} 个变量中不足两个；可用 wasmetrics describe 查看`,
  'unknown-number': ({ found, meant }) => `研究中没有数字“${found}”${suggested(meant)}`,
  interrupted: () => '在完成前被中止',
  'bad-template': () => '“{{”和名称之后应有“}}”，但没有；若要原样写出，请写“\\{{”',
};
