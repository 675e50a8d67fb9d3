/** Errors of claims, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/claims.js';
import { columnsText, placeText } from '../../places.js';
import { series, suggested } from '../../text.js';

export const claims: Retold<typeof english> = {
  'place-of-columns': placeText,
  'bad-claim/column-of-split': ({ found, table }) =>
    `应为分组的表，而 ${found} 是一列；请写 ${table}`,
  'unknown-column/split': ({ found, table, meant }) =>
    `${table} 不是按“${found}”分组的${suggested(meant)}`,
  'bad-claim/several-splits': ({ table, columns }) =>
    `${table} 按 ${series(columns)} 分组；请在组名之后写明变量`,
  'unknown-group/claim': ({ found, by, meant }) => `${by} 没有组“${found}”${suggested(meant)}`,
  'bad-claim/panels': ({ found, panels, columns }) =>
    `${found} 出现在面板 ${series(panels)} 中；请写 ${columns.join(' 或 ')}`,
  'unknown-model/claim': ({ found, table, columns }) =>
    `${table} 只有${columnsText(columns)}，没有“${found}”`,
  'unknown-table/claim': ({ table, meant }) => `研究中没有表“${table}”${suggested(meant)}`,
  'bad-claim/one-coefficient': ({ term }) => `应为一个系数，实为“${term}”`,
  'unknown-term/coefficient': ({ found, meant, columns }) => {
    const way = columns.length === 0 ? '' : `；${columnsText(columns)}有该系数`;
    return `没有系数“${found}”${suggested(meant)}${way}`;
  },
  'unknown-term/no-column': ({ found, meant }) => `没有一列有系数“${found}”${suggested(meant)}`,
  'bad-claim/two-columns': ({ found, written, column, estimate, estimateColumn, term }) =>
    `${found} 可指${placeText(column)}，也可指${placeText(estimate)}，两者都有 ${term}；请写“${written}”或 ${estimateColumn}`,
};
