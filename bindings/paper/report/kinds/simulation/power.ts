/** A study of power: the verdict, then the rates of rejection. */
import type {
  PowerCase,
  PowerResult,
  TestName,
} from '../../../../analysis/montecarlo/power-result.js';
import type { Rate } from '../../../../analysis/montecarlo/rates.js';
import {
  empty,
  facts,
  left,
  maybe,
  notes,
  number,
  right,
  table,
  text,
  warnings,
  withError,
  words,
} from '../../../tables/blocks.js';
import type { Cell, Document, TableRow, TableBlock } from '../../../tables/draft.js';

import { percent, pValue } from '../../../../words/text/format.js';
import { fixed } from '../../../../words/text/rounding.js';
import { partialWords, processFacts } from '../../words/process.js';
import {
  because,
  failure,
  plural,
  type Said,
  say,
  type Saying,
  type Word,
  titled,
} from '../../../../words/phrase.js';

const tests: readonly (readonly [TestName, Word])[] = [
  ['hansen', 'Hansen'],
  ['sargan', 'Sargan'],
  ['ar2', 'AR(2)'],
  ['levelHansen', 'levels'],
];

export function powerDocument(result: PowerResult): Document {
  const { title, depvar, level, cases, partial } = result;
  const alpha = percent(1 - level);
  const failed = cases.flatMap((one) =>
    one.failures.map((counted) =>
      say('{}: {} failed, {}', caseSaid(one), plural(counted.count, 'panel'), failure(counted)),
    ),
  );
  const hasLevels = result.own.levelHansen !== null;
  return {
    kind: 'power',
    title: say('Power of the tests in the model of {} ({})', depvar, titled(title)),
    blocks: [
      ...text(...partialWords(partial)),
      ...facts([
        ...processFacts(result),
        [
          'rejection',
          say(
            'at p < {}; size-adjusted: at the p-value below which {} of valid panels lie; Monte Carlo errors in parentheses',
            alpha,
            alpha,
          ),
        ],
      ]),
      ...text(...verdictSaid(result)),
      ...rateTable(result),
      ...notes([
        ...cases.slice(1).map((powerCase, i) => say('({}) {}', i + 1, caseSaid(powerCase))),
        ...(hasLevels ? [say('levels: difference-in-Hansen of the level instruments')] : []),
      ]),
      ...warnings([...failed, ...result.warnings]),
    ],
  };
}

const caseSaid = ({ words: reason, told }: PowerCase) => because({ reason, told });

function verdictSaid({ verdict, told }: PowerResult): Said[] {
  return verdict.map((reason, i) => told?.[i] ?? say('{}@one', reason));
}

function rateTable({ own: fit, critical, cases }: PowerResult): TableBlock[] {
  const shown = tests.filter(([name]) => fit[name] !== null);
  const row = (heading: Saying, cell: (name: TestName) => Cell, panels = empty): TableRow => ({
    cells: [words(heading), ...shown.map(([name]) => cell(name)), panels],
  });
  const rates = cases.flatMap(({ rejected, adjusted, panels }, i) => {
    const heading = i === 0 ? 'valid' : say('invalid ({})', i);
    const raw = row(heading, (name) => rateCell(rejected[name]), number(panels, String));
    if (i === 0) return [raw];
    return [raw, { ...row('size-adjusted', (name) => rateCell(adjusted[name])), level: 1 }];
  });
  const columns = [
    left('rejected'),
    ...shown.map(([, heading]) => right(heading)),
    right('panels'),
  ];
  return table('Rejection rates', columns, [
    row('p of the fit', (name) => maybe(fit[name], pValue)),
    row('critical p', (name) => maybe(critical[name], pValue)),
    ...rates,
  ]);
}

/** `8.0% (1.2)`. */
export function rateCell(rate: Rate | null): Cell {
  if (rate === null) return { text: '.', value: NaN };
  const { share, monteCarloError } = rate;
  const { text: shown } = withError(100 * share, 100 * monteCarloError, (x) => fixed(x, 1));
  return { text: shown.replace(' (', '% ('), value: share, error: monteCarloError };
}
