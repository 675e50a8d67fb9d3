/** Errors of the text of a claim, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/claim-syntax.js';
import { suggested } from '../../text.js';

const statements =
  'TERM > 0、TERM < 0、TERM != 0、TERM = 0 within BAND，或 TERM differs between A and B';

const kinds = { coefficient: '系数', difference: '差异' };

export const claimSyntax: Retold<typeof english> = {
  'bad-claim/long': ({ most, length }) => `最多 ${most} 个字符，实为 ${length} 个`,
  'bad-claim/no-colon': () => '应为 COLUMN: TERM > 0 [at LEVEL]，但列名之后没有“:”',
  'bad-claim/not-columns': ({ found }) =>
    `应为列或表，例如“T4.2, T5.2 and T6”，${found === '' ? '但没有' : `实为“${found}”`}`,
  'bad-claim/column-twice': ({ found }) => `每一列应只写一次，而 ${found} 出现两次`,
  'bad-claim/ending-twice': ({ ending }) => `“${ending}”应只写一次，但出现两次`,
  'bad-claim/method': ({ kind, found, meant }) =>
    `“by”之后应为检验${kinds[kind]}的方法，实为“${found}”${suggested(meant)}`,
  'bad-value/claim-keys': ({ found, meant }) =>
    `应为键 claim 和 says，实为 ${found}${suggested(meant)}`,
  'bad-claim/not-level': ({ found }) => `“at”之后应为显著性水平，例如 0.05 或 5%，实为“${found}”`,
  'bad-claim/high-level': ({ highest, found, isConfidence, meant }) =>
    `应为不大于 ${highest} 的显著性水平，实为${isConfidence ? '置信水平 ' : ' '}${found}；是否指 ${meant}？`,
  'bad-claim/statement': ({ found }) => `应为 ${statements}，实为“${found}”`,
  'bad-claim/relation': ({ strict, found }) =>
    `应为表示检验之备择假设的“${strict}”，实为“${found}”`,
  'bad-claim/no-band': ({ value }) =>
    `应有区间，例如“= ${value} within 0.05”，但没有；任何检验都不能证明系数恰好为 ${value}`,
  'bad-claim/band-relation': ({ found }) => `“within”应与“=”连用，实为“${found}”`,
  'bad-claim/band': ({ found, isShare }) =>
    `“within”之后应为${isShare ? '以系数单位计的区间' : '大于 0 的区间'}，实为“${found}”`,
  'bad-claim/two-statements': () => '应为一个陈述，但有两个；请分别写成两个假设',
  'bad-claim/no-groups': ({ found }) =>
    `“differs”之后应为“between A and B [of COLUMN]”或“across COLUMN”，实为“${found}”`,
  'bad-claim/no-direction': ({ word, found }) =>
    `“is ${word}”之后应为“in A than in B [of COLUMN]”，实为“${found}”`,
  'bad-claim/group-twice': ({ found }) => `应为不同的组，而 ${found} 出现两次`,
};
