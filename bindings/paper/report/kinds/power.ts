/** A study of power: the verdict, then the rates of rejection. */
import type { PowerResult, TestName } from '../../../analysis/montecarlo/power-result.js';
import type { Rate } from '../../../analysis/montecarlo/rates.js';
import * as block from '../../tables/blocks.js';
import type { Cell, Document, TableRow, TableBlock } from '../../tables/document.js';
import { plural } from '../../../words/text/counts.js';
import { percent, pValue } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { partialWords, processFacts } from '../words/process.js';

const tests: readonly (readonly [TestName, string])[] = [
  ['hansen', 'Hansen'],
  ['sargan', 'Sargan'],
  ['ar2', 'AR(2)'],
  ['levelHansen', 'levels'],
];

export function powerDocument(result: PowerResult): Document {
  const { title, depvar, level, cases, verdict, partial } = result;
  const alpha = percent(1 - level);
  const failed = cases.flatMap(({ words: process, failures }) =>
    failures.map(
      ({ count, message }) => `${process}: ${plural(count, 'panel')} failed, ${message}`,
    ),
  );
  const hasLevels = result.own.levelHansen !== null;
  return {
    kind: 'power',
    title: `Power of the tests in the model of ${depvar} (${title})`,
    blocks: [
      ...block.text(...partialWords(partial)),
      ...block.facts([
        ...processFacts(result),
        [
          'rejection',
          `at p < ${alpha}; size-adjusted: at the p-value below which ${alpha} of valid panels lie; Monte Carlo errors in parentheses`,
        ],
      ]),
      ...block.text(...verdict),
      ...rateTable(result),
      ...block.notes([
        ...cases.slice(1).map((powerCase, i) => `(${i + 1}) ${powerCase.words}`),
        ...(hasLevels ? ['levels: difference-in-Hansen of the level instruments'] : []),
      ]),
      ...block.warnings([...failed, ...result.warnings]),
    ],
  };
}

function rateTable({ own: fit, critical, cases }: PowerResult): TableBlock[] {
  const shown = tests.filter(([name]) => fit[name] !== null);
  const row = (
    heading: string,
    cell: (name: TestName) => Cell,
    panels = block.empty,
  ): TableRow => ({
    cells: [block.words(heading), ...shown.map(([name]) => cell(name)), panels],
  });
  const rates = cases.flatMap(({ rejected, adjusted, panels }, i) => {
    const heading = i === 0 ? 'valid' : `invalid (${i})`;
    const raw = row(heading, (name) => rateCell(rejected[name]), block.number(panels, String));
    if (i === 0) return [raw];
    return [raw, { ...row('size-adjusted', (name) => rateCell(adjusted[name])), level: 1 }];
  });
  const columns = [
    block.left('rejected'),
    ...shown.map(([, heading]) => block.right(heading)),
    block.right('panels'),
  ];
  return block.table('Rejection rates', columns, [
    row('p of the fit', (name) => block.maybe(fit[name], pValue)),
    row('critical p', (name) => block.maybe(critical[name], pValue)),
    ...rates,
  ]);
}

/** `8.0% (1.2)`. */
export function rateCell(rate: Rate | null): Cell {
  if (rate === null) return { text: '.', value: NaN };
  const { share, monteCarloError } = rate;
  const { text: shown } = block.withError(100 * share, 100 * monteCarloError, (x) => fixed(x, 1));
  return { text: shown.replace(' (', '% ('), value: share, error: monteCarloError };
}
