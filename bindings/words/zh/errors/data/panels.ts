/** Errors of panels, in Chinese. */
import type * as english from '../../../errors/data/panels.js';
import { listedRows, shortUnit } from '../../../errors/data/panels.js';
import type { Retold } from '../../../told.js';
import { frequencies } from '../../frequencies.js';

function repeatedText({ unit, time, rows }: english.RepeatedPeriod): string {
  const [listed, others] = listedRows(rows);
  const more = others > 0 ? `等 ${rows.length} 行` : ' 行';
  return `（${shortUnit(unit)}，${time}）在第 ${listed.join('、')}${more}`;
}

export const panels: Retold<typeof english> = {
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
};
