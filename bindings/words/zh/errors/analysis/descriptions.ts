/** Errors of descriptions of columns and panels, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/analysis/descriptions.js';

export const descriptions: Retold<typeof english> = {
  'bad-value/columns': ({ found, most }) =>
    `变量应不超过 ${most} 个，实为 ${found} 个；请列出所需的变量`,
  'too-many-periods/cells': ({ nunits, nperiods, most, column }) =>
    `个体数与时期数之积应不超过 ${most}，实为 ${nunits} 乘 ${nperiods}；请将“${column}”的时间归并为更长的时期`,
};
