/** A study of power as text: the verdict, then the rates of rejection. */
import pc from 'picocolors';
import type { PowerResult, Rate, TestName } from '../multiverse/index.js';
import { percent, plural, pValue } from './format.js';
import { processLines } from './process-words.js';
import { labelled, tableLines, type TextTable, width, wrap } from './table.js';
import type { TextOptions } from './to-text.js';

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
    ...labelled('rejection', `at p < ${percent(1 - level)}; Monte Carlo errors in parentheses`),
    '',
    ...verdict.flatMap((sentence) => [...wrap(sentence, width), '']),
    bold(heading!),
    ...rows,
    ...cases.slice(1).flatMap(({ words }, i) => wrap(`(${i + 1}) ${words}`, width, '    ')),
    ...failed.map(yellow),
    ...warnings.flatMap(({ message }) => wrap(`warning: ${message}`, width, '  ')).map(yellow),
  ].join('\n');
}

function rateTable({ own, cases }: PowerResult): TextTable {
  const shown = tests.filter(([name]) => own[name] !== null);
  return {
    columns: [
      { heading: 'rejected', align: 'left' },
      ...shown.map(([, heading]) => ({ heading, align: 'right' }) as const),
      { heading: 'panels', align: 'right' },
    ],
    rows: [
      ['p of the fit', ...shown.map(([name]) => pValue(own[name]!))],
      ...cases.map(({ rejected, panels }, i) => [
        i === 0 ? 'valid' : `invalid (${i})`,
        ...shown.map(([name]) => rate(rejected[name])),
        String(panels),
      ]),
    ],
  };
}

/** `8.0% (1.2)`. */
export function rate(found: Rate | null): string {
  if (found === null) return '.';
  const { share, monteCarloError } = found;
  return `${(100 * share).toFixed(1)}% (${(100 * monteCarloError).toFixed(1)})`;
}
