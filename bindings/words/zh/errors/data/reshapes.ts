/** Errors of reshapes, in Chinese. */
import { MOST_LISTED } from '../../../errors/data/reshapes.js';
import type * as english from '../../../errors/data/reshapes.js';
import type { Retold } from '../../../told.js';
import { keyText } from '../../key-cells.js';
import { listed, suggested } from '../../text.js';
import { typeText } from './merges.js';

export const reshapes: Retold<typeof english> = {
  'duplicate-reshape-keys/long': ({ rows, cells }) =>
    `每个 id 应只出现一次，${keyText(cells)} 出现在第 ${rows.join('、')} 行；请增加能区分它们的变量`,
  'duplicate-reshape-keys/wide': ({ rows, cells, by }) =>
    `每个 id 和 ${by} 应只有一行，${keyText(cells)} 出现在第 ${rows.join('、')} 行；请删除其中一行`,
  'bad-reshape/pattern': ({ name, found }) => `应为“${name}{year}”之类的模式，实为“${found}”`,
  'bad-reshape/layout': ({ layout, expected, found }) => {
    const names = (columns: readonly string[]) =>
      listed(columns.slice(0, MOST_LISTED).map((one) => `“${one}”`));
    return `layout: ${layout} 应有${names(expected)}之类的变量，实有${names(found)}；其他布局请用 long 或 wide`;
  },
  'bad-reshape/match': ({ before, key, after, text, meant }) => {
    const kind = text ? '文本' : '整数（设定 text: true 可为其他内容）';
    return `应有 ${before}...${after} 之类的变量，其中 {${key}} 为${kind}，实际没有${suggested(meant)}`;
  },
  'bad-reshape/value': ({ key, value, columns }) =>
    `{${key}} 的取值 ${value} 应只对应一个变量，实有 ${columns.join(' 和 ')}；请重命名其中一个，或用 text: true 保留零`,
  'bad-reshape/signs': ({ before, key, after, found }) =>
    `{${key}} 的数不应全为负数，实有 ${listed(found)}；若减号是分隔符，请写 ${before}-{${key}}${after}`,
  'bad-reshape/key': ({ keys: [one, other], patterns: [first, second] }) =>
    `花括号中应为同一名称，${first} 中为 {${one}}，${second} 中为 {${other}}；请写成相同的名称`,
  'column-exists/long': ({ columns }) =>
    `变量名不应与其他变量重复，实有 ${listed([...new Set(columns)])}；请选择其他名称`,
  'column-exists/wide': ({ columns }) =>
    `变量名不应与其他变量重复，${listed(columns)} 出现两次；请重命名变量`,
  'bad-reshape/type': ({ columns: [first, second], types: [one, other] }) =>
    `各变量的类型应一致，${first} 为${typeText(one)}，${second} 为${typeText(other)}；请在 data.types 中声明其中一个的类型`,
  'bad-reshape/label': ({ columns: [first, second], code, labels: [one = '空', other] }) =>
    `值标签应一致，${code} 在 ${first} 中为 ${one}，在 ${second} 中为 ${other}；请重命名或重新编码其中一个`,
  'bad-reshape/missing': ({ row, cells }) =>
    `每一行都应有 id 和 by，第 ${row} 行为 ${keyText(cells)}；请删除该行`,
  'bad-reshape/columns': ({ column }) => `应为 id 和 by 以外的变量，实有 ${column}；请删去`,
  'bad-reshape/constant': ({ column, cells }) =>
    `${keyText(cells)} 的“${column}”应只有一个取值，实有多个；请将其列入 columns，或用 data.columns 略去`,
  'bad-reshape/many': ({ most, columns }) => `至多 ${most} 个变量，实有 ${columns} 个；请减少变量`,
};
