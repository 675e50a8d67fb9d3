/** Errors of types in filters and in expressions of new columns, in Chinese. */
import { MOST_LABELS } from '../../../errors/data/types.js';
import type * as english from '../../../errors/data/types.js';
import type { Retold } from '../../../told.js';
import { listed, suggested } from '../../text.js';
import { keysInWords } from '../../../number-keys.js';
import { frequencies } from '../../frequencies.js';

const needs = (by: english.Needing): string => {
  if (by === 'filter') return '筛选条件必须为';
  return `${'operator' in by ? `“${by.operator}”` : by.function} 需要`;
};

const kinds: Readonly<Record<english.ValueKind, string>> = {
  number: '数值',
  condition: '条件',
  text: '文本',
};

const finer: Readonly<Record<english.DatePart, string>> = {
  year: '年或更短',
  quarter: '季、月、日或时刻',
  month: '月、日或时刻',
  day: '日或时刻',
};

export const types: Retold<typeof english> = {
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
