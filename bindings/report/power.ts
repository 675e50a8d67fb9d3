/** A study of power as text: the verdict, then the rates of rejection. */
import pc from 'picocolors';
import type { PowerResult, TestName } from '../montecarlo/power-result.js';
import type { Rate } from '../montecarlo/rates.js';
import { percent, plural, pValue } from '../tables/format.js';
import { processLines } from './process-words.js';
import { labelled, tableLines, type TextTable, width, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';

const tests: readonly (readonly [TestName, string])[] = [
  ['hansen', 'Hansen'],
  ['sargan', 'Sargan'],
  ['ar2', 'AR(2)'],
  ['levelHansen', 'level half'],
];

export function powerText(result: PowerResult, { color = false }: TextOptions = {}): string {
  const { bold, yellow } = pc.createColors(color);
  const { title, depvar, level, cases, verdict, warnings, partial } = result;
  const [heading, ...rows] = tableLines(rateTable(result));
  const stopped = partial ? ['PARTIAL: the run was stopped', ''] : [];
  const failed = cases.flatMap(({ words, failures }) =>
    failures.flatMap(({ count, message }) =>
      wrap(`${words}: ${plural(count, 'panel')} failed, ${message}`, width, '  '),
    ),
  );
  return [
    bold(`Power of the tests of ${title} of ${depvar}`),
    '',
    ...stopped,
    ...processLines(result),
    ...labelled(
      'rejection',
      `at p < ${percent(1 - level)}; size-adjusted, at the critical p that ${percent(1 - level)} of valid panels are below; Monte Carlo errors in parentheses`,
    ),
    '',
    ...verdict.flatMap((sentence) => [...wrap(sentence, width), '']),
    bold(heading!),
    ...rows,
    ...cases.slice(1).flatMap(({ words }, i) => wrap(`(${i + 1}) ${words}`, width, '    ')),
    ...failed.map(yellow),
    ...warnings.flatMap(({ message }) => wrap(`warning: ${message}`, width, '  ')).map(yellow),
  ].join('\n');
}

function rateTable({ own, critical, cases }: PowerResult): TextTable {
  const shown = tests.filter(([name]) => own[name] !== null);
  const row = (heading: string, cell: (name: TestName) => string, panels = '') => [
    heading,
    ...shown.map(([name]) => cell(name)),
    panels,
  ];
  const p = (value: number | null) => (value === null ? '.' : pValue(value));
  return {
    columns: [
      { heading: 'rejected', align: 'left' },
      ...shown.map(([, heading]) => ({ heading, align: 'right' }) as const),
      { heading: 'panels', align: 'right' },
    ],
    rows: [
      row('p of the fit', (name) => p(own[name])),
      row('critical p', (name) => p(critical[name])),
      ...cases.flatMap(({ rejected, adjusted, panels }, i) => {
        const heading = i === 0 ? 'valid' : `invalid (${i})`;
        const raw = row(heading, (name) => rate(rejected[name]), String(panels));
        return i === 0 ? [raw] : [raw, row('  size-adjusted', (name) => rate(adjusted[name]))];
      }),
    ],
  };
}

/** `8.0% (1.2)`. */
export function rate(found: Rate | null): string {
  if (found === null) return '.';
  const { share, monteCarloError } = found;
  return `${(100 * share).toFixed(1)}% (${(100 * monteCarloError).toFixed(1)})`;
}
