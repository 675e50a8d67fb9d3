/** Each rule of another program in words, with the numbers it moves from xtabond2's. */
import type { CompatReport, MovedByRule, MovedNumber } from '../../interchange/compat-report.js';
import { left, right, table, text, words } from '../tables/blocks.js';
import type { Block, Cell, Document } from '../tables/document.js';
import { statistic } from '../tables/format.js';

export function compatDocument({ compat, depvar, rules }: CompatReport): Document {
  return {
    kind: 'compat',
    title: `What compat: ${compat} changes in a dynamic panel of ${depvar}`,
    blocks:
      rules.length === 0
        ? text(`No rule of ${compat} applies to this model.`)
        : rules.flatMap(ruleBlocks),
  };
}

function ruleBlocks({ rule, moved }: MovedByRule): Block[] {
  if (moved.length === 0) return text(`${rule}: no number changes here`);
  const columns = [left('number'), ...['xtabond2', 'here', 'change'].map(right)];
  const rows = moved.map((one) => ({
    cells: [words(one.number), numberCell(one.from), numberCell(one.to), changeCell(one)],
  }));
  return [...text(rule), ...table('Numbers that change', columns, rows)];
}

function numberCell(value: number | null): Cell {
  if (value === null) return { text: 'none', value: NaN };
  return { text: Number.isInteger(value) ? String(value) : value.toPrecision(6), value };
}

/** The share by which a number changes, in percent. */
function changeCell({ from, to }: MovedNumber): Cell {
  if (from === null || to === null) return { text: '', value: NaN };
  const share = to / from - 1;
  if (Math.abs(share) < 1e-5) return { text: '<0.001%', value: share };
  return { text: `${share > 0 ? '+' : ''}${statistic(100 * share)}%`, value: share };
}
