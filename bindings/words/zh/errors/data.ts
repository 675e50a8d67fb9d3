/** Errors of tables, panels, merges and reshapes, in Chinese. */
import { frequencies } from '../frequencies.js';
import { keyText } from '../key-cells.js';
import { listed, suggested } from '../text.js';
import { listedRows, shortUnit } from '../../errors/data/panels.js';
import { MOST_LISTED } from '../../errors/data/reshapes.js';
import { MOST_LABELS } from '../../errors/data/types.js';
import { keysInWords } from '../../number-keys.js';
import type { Together } from '../../vocabulary/errors.js';
import type * as appends from '../../errors/data/appends.js';
import type * as merges from '../../errors/data/merges.js';
import type * as panels from '../../errors/data/panels.js';
import type * as reshapes from '../../errors/data/reshapes.js';
import type * as tables from '../../errors/data/tables.js';
import type * as types from '../../errors/data/types.js';

const typeText = (type: merges.ColumnType): string => {
  if (typeof type === 'object') return `频率为${frequencies[type.dates]}的日期`;
  return type === 'text' ? '文本' : '数值';
};

function repeatedText({ unit, time, rows }: panels.RepeatedPeriod): string {
  const [listed, others] = listedRows(rows);
  const more = others > 0 ? `等 ${rows.length} 行` : ' 行';
  return `（${shortUnit(unit)}，${time}）在第 ${listed.join('、')}${more}`;
}

const typeWords: Readonly<Record<tables.ValueType, string>> = {
  nothing: '空',
  null: ' null',
  object: '对象',
  'invalid-date': '无效日期',
  string: '字符串',
  number: '数值',
  bigint: '大整数',
  boolean: '布尔值',
  symbol: '符号',
  function: '函数',
};

const noTableText = (found: tables.NoTable): string => {
  if (found.is === 'unreadable') return `实有无法读取的值（${found.fault}）`;
  const type = typeWords[found.type];
  if (found.is === 'row') return `第 ${found.row} 行实为${type}`;
  return found.is === 'name' ? `实为以 ${type} 作变量名的 Map` : `实为${type}`;
};

const needs = (by: types.Needing): string => {
  if (by === 'filter') return '筛选条件必须为';
  return `${'operator' in by ? `“${by.operator}”` : by.function} 需要`;
};

const kinds: Readonly<Record<types.ValueKind, string>> = {
  number: '数值',
  condition: '条件',
  text: '文本',
};

const finer: Readonly<Record<types.DatePart, string>> = {
  year: '年或更短',
  quarter: '季、月、日或时刻',
  month: '月、日或时刻',
  day: '日或时刻',
};

export const dataErrors: Together<
  typeof appends | typeof merges | typeof panels | typeof reshapes | typeof tables | typeof types
> = {
  'merge-key-type': ({ column, here, there, declare }) =>
    `变量“${column}”的类型应一致，数据中为${typeText(here)}，文件中为${typeText(there)}；请声明其中一个的类型，例如 types: {${column}: ${declare}}`,
  'column-exists/key': ({ column }) =>
    `应为要添加的变量，实有数据中已有的关键变量“${column}”；请删去`,
  'column-exists/indicator': ({ column }) =>
    `indicator：应为数据和文件中都没有的名称，实为 ${column}；请另取名称`,
  'column-exists/both': ({ columns }) =>
    `变量名不应与数据重复，二者都有 ${listed(columns)}；请在 keep 中列出其他变量，或用 rename: {${columns[0]!}: ...} 重命名`,
  'column-exists/source': ({ column }) =>
    `source：应为数据和文件中都没有的名称，实为 ${column}；请另取名称`,
  'bad-append/type': ({ column, types: [here, there] }) =>
    `变量“${column}”的类型应一致，数据中为${typeText(here)}，文件中为${typeText(there)}；请声明其中一个的类型，例如 types: {${column}: text}，或重命名`,
  'bad-append/label': ({ column, code, labels: [here, there] }) =>
    `变量“${column}”的值标签应一致，${code} 在数据中为 ${here}，在文件中为 ${there}；请重新编码或重命名`,
  'duplicate-merge-keys': ({ cells, rows, file, count }) => {
    const more = count > 1 ? `（此类行共 ${count} 行）` : '';
    return `${file ?? '数据'}中每个关键值应只出现一次，${keyText(cells)} 出现在第 ${rows.join('、')} 行${more}；请在 on 中增加变量，或删除这些行`;
  },
  'bad-step': ({ step }) => `应为正数，实为 ${step}`,
  'duplicate-keys': ({ total, keys, unit, time }) => {
    const words = keys.map(repeatedText).join('，');
    const more = total > keys.length ? `，另有 ${total - keys.length} 组` : '';
    return `每组（${unit}，${time}）只应出现一次，有 ${total} 组重复：${words}${more}；请删除或重命名重复的行`;
  },
  'bad-frequency': ({ from, found }) =>
    from === undefined
      ? `应为日期或 frequency: year，实为 ${found} 和一列数值；请在 data.types 中声明该变量的类型`
      : `频率为${frequencies[from]}的日期应设为 ${from} 或更长，实为 ${found}；请删去`,
  'too-many-periods/panel': ({ most, found, column, names: [first, last], step }) =>
    `至多 ${most} 期，实有 ${found} 期：变量“${column}”从 ${first} 到 ${last}，步长为 ${step}；请设定更大的 step`,
  'time-off-grid': ({ column, row, time, grid }) => {
    const expected =
      grid === undefined ? '应为整数' : `各期应间隔 ${grid.step}，从 ${grid.start} 开始`;
    return `${expected}，变量“${column}”第 ${row} 行为 ${time}；请更正或更改 step`;
  },
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
    const kind = text ? '文本' : '整数或时期（设定 text: true 可为其他内容）';
    return `应有 ${before}...${after} 之类的变量，其中 {${key}} 为${kind}，实际没有${suggested(meant)}`;
  },
  'bad-reshape/value': ({ key, value, columns }) =>
    `{${key}} 的取值 ${value} 应只对应一个变量，实有 ${columns.join(' 和 ')}；请重命名其中一个，或用 text: true 保留零`,
  'bad-reshape/series': ({ columns }) =>
    `用 series 时应只有一个新变量，实有${listed(columns)}；各序列会成为变量`,
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
  'bad-reshape/group': ({ column, cells }) =>
    `${keyText(cells)} 的“${column}”应只有一个取值，实有多个；请用 mean()、first() 等分组函数取其一`,
  'bad-reshape/many': ({ most, columns }) => `至多 ${most} 个变量，实有 ${columns} 个；请减少变量`,
  'empty-data/rows': () => '应有数据行，实际没有',
  'bad-data/table': ({ found }) => `应为表格、各列或各行，${noTableText(found)}`,
  'bad-column': ({ column, type }) => `变量“${column}”必须为数组，实为${typeWords[type]}`,
  'bad-cell/value': ({ column, row, type }) =>
    `变量“${column}”必须为数值、文本、日期或布尔值，第 ${row} 行为${typeWords[type]}`,
  'column-length/columns': ({ columns: [first, other], lengths: [one, two] }) =>
    `各变量的长度必须相同，“${first}”有 ${one} 个单元格，“${other}”有 ${two} 个`,
  'where-type': ({ problem }) => problem.text,
  'build-type': ({ problem }) => problem.text,
  'type-problem/number': ({ by }) => `${needs(by)}数值，实为文本`,
  'type-problem/condition': ({ by, found, compares }) =>
    `${needs(by)}条件，实为${kinds[found]}${compares ? '；请写成比较，例如 x == 1' : ''}`,
  'type-problem/if': ({ yes, no }) =>
    `if 不能在一些行返回${kinds[yes]}，而在另一些行返回${kinds[no]}`,
  'type-problem/matches': ({ found }) => `matches 需要文本，实为${kinds[found]}`,
  'type-problem/pattern': () => 'matches 需要引号中的模式，例如 matches(name, "^A")',
  'type-problem/regex': () => 'matches 需要 JavaScript 的正则表达式，实为其他文本',
  'type-problem/compare': ({ operator, left, right }) =>
    `“${operator}”不能比较${kinds[left]}与${kinds[right]}`,
  'type-problem/label': ({ label, known, meant }) => {
    const some = known.slice(0, MOST_LABELS).map((one) => JSON.stringify(one));
    const more = known.length > MOST_LABELS ? '…' : '';
    return `没有标签为 ${JSON.stringify(label)} 的取值${suggested(meant)}；标签有 ${listed(some)}${more}`;
  },
  'type-problem/number-codes': () =>
    'number 的列名之后应为引号中的缺失代码，例如 number(x, "n.a.")',
  'type-problem/number-text': ({ cell, row, keys }) => {
    const hint =
      keys === undefined
        ? `；如果它表示缺失，请写 number(x, ${JSON.stringify(cell)})`
        : `；请在 data 中设 ${keysInWords(keys)}`;
    return `number 不能读取第 ${row} 行的 ${JSON.stringify(cell)}${hint}`;
  },
  'type-problem/dates': ({ by, found }) => {
    const what =
      found === 'text'
        ? '文本；请声明其类型，例如 types: {x: "date:dmy"}'
        : `没有日期类型的${kinds[found]}`;
    return `${by} 需要日期，实为${what}`;
  },
  'type-problem/frequency': ({ by, frequency }) =>
    `${by} 需要频率为${finer[by]}的日期，实为频率为${frequencies[frequency]}的日期`,
};
