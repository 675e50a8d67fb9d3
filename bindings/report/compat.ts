import pc from 'picocolors';
import type { CompatReport, MovedByRule, MovedNumber } from '../interchange/compat-report.js';
import { statistic } from '../tables/format.js';
import { tableLines, width, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';

/** Each rule in words, with the numbers it moves from xtabond2's. */
export function compatText(report: CompatReport, { color = false }: TextOptions = {}): string {
  const { bold } = pc.createColors(color);
  const { compat, depvar, rules } = report;
  return [
    bold(`What compat: ${compat} changes in a dynamic panel of ${depvar}`),
    ...(rules.length === 0
      ? ['', 'No rule of it applies to this model.']
      : rules.flatMap(ruleLines)),
  ].join('\n');
}

function ruleLines({ rule, moved }: MovedByRule): string[] {
  const words = wrap(moved.length === 0 ? `${rule}: changes no number here` : rule, width);
  if (moved.length === 0) return ['', ...words];
  const table = tableLines({
    columns: [
      { heading: '', align: 'left' },
      { heading: 'xtabond2', align: 'right' },
      { heading: 'here', align: 'right' },
      { heading: 'change', align: 'right' },
    ],
    rows: moved.map((one) => [`  ${one.number}`, cell(one.from), cell(one.to), change(one)]),
  });
  return ['', ...words, ...table];
}

function cell(value: number | null): string {
  if (value === null) return 'none';
  return Number.isInteger(value) ? String(value) : value.toPrecision(6);
}

function change({ from, to }: MovedNumber): string {
  if (from === null || to === null) return '';
  const share = 100 * (to / from - 1);
  return `${share > 0 ? '+' : ''}${statistic(share)} %`;
}
