/** Errors of multiverses and influences, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/analysis/sensitivity.js';
import { showWord } from '../../../text/messages.js';
import { listed, suggested } from '../../text.js';

const allow = '请用 cap 或 --yes 提高上限';

export const sensitivity: Retold<typeof english> = {
  'bad-value/no-cluster': ({ found }) => `不应指定聚类，实为 ${found}；动态面板中逐个去掉的是个体`,
  'no-spread/perfect-fit': ({ depvar }) =>
    `influence：应有残差，但 ${depvar} 几乎被完全拟合：标准误为 0，而变化以标准误度量；请用解释变量不能完全解释的被解释变量`,
  'no-spread/no-error': () =>
    'influence：变化以标准误度量，至少一个系数应有标准误，实际没有；请用其他 vcov',
  'bad-value/choice-twice': ({ found }) =>
    `应为互不相同的取值，${showWord(found)} 出现两次；请去掉一个`,
  'bad-value/changing-coefficient': ({ term }) =>
    `所关注的系数对全部被解释变量应有同一名称，实为 ${term}，它随被解释变量而变`,
  'bad-value/outcomes': ({ text }) => `每个应为一个变量，实为 ${text}`,
  'bad-value/controls': ({ term, set }) =>
    `应为 ${term} 以外的解释变量，而“${set}”中有 ${term}；请将其去掉，因为每个设定都含有它`,
  'bad-value/last-lags': ({ groups, found }) =>
    `应为一个最后滞后的列表，或 gmm 的每组各一个（${groups} 个），实为 ${found} 个`,
  'unknown-variable/roles': ({ variable }) => `应为 gmm 或 iv 中列出的变量，实为 ${variable}`,
  'empty-sample/filter': ({ filter, rows }) =>
    `筛选条件应保留一些行，而 ${filter} 在 ${rows} 行中一行也不保留；请更改或去掉该条件`,
  'too-many-specifications': ({ cap, found }) => `设定至多为 ${cap} 个，实为 ${found} 个；${allow}`,
  'too-many-specifications/replicates': ({ most, found, reps }) =>
    `重复总数至多为 ${most} 次，实为 ${found} 个设定各 ${reps} 次；${allow}`,
  'unknown-coefficient/interest': ({ coefficient, available, near }) =>
    `应为 ${listed(available)} 之一，实为 ${coefficient}${near === undefined ? '' : suggested({ near })}`,
  'no-coefficient': ({ coefficient, explainedBy }) =>
    `该设定没有系数 ${coefficient}${explainedBy === undefined ? '' : `，${omitted(explainedBy)}`}`,
};

const omitted = (explainedBy: readonly string[]) =>
  explainedBy.length === 0 ? '因为它在每一行都为零' : `因为它与 ${explainedBy.join('、')} 完全共线`;
