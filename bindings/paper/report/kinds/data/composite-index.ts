/** Weights or loadings of an index, and the range of its scores. */
import type {
  ComponentIndex,
  CompositeIndex,
  WeightedIndex,
} from '../../../../results/indices/composite-index.js';
import type { ByName } from '../../../../results/common.js';
import {
  decimal,
  empty,
  type Entry,
  facts,
  left,
  leftNamed,
  legend,
  maybe,
  number,
  right,
  rightNamed,
  rights,
  table,
  variable,
  verbatim,
  warnings,
  words,
} from '../../../tables/blocks.js';
import type { Block, Document } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { digits, pValue, statistic } from '../../../../words/text/format.js';
import { fixed } from '../../../../words/text/rounding.js';
import { builtFacts } from '../../words/built.js';
import { because, type Phrase, plural, say, type Word } from '../../../../words/phrase.js';

const methods = {
  entropy: 'Entropy weights',
  topsis: 'TOPSIS',
  equal: 'Equal weights',
  given: 'Given weights',
  critic: 'CRITIC weights',
  cv: 'Weights by coefficients of variation',
  pca: 'Principal components',
} as const satisfies Readonly<Record<CompositeIndex['method'], Word>>;

export function compositeIndexDocument(result: CompositeIndex): Document {
  const { method, columns, nrows, nobs, built } = result;
  const rows = nobs === nrows ? count(nobs) : say('{} of {}', count(nobs), count(nrows));
  return {
    kind: 'index',
    title: say(
      '{} of {}@index',
      say(methods[method]),
      plural(Object.keys(columns).length, 'indicator'),
    ),
    blocks: [
      ...facts([
        ...builtFacts(built),
        ['rows', rows],
        ...(result.method === 'pca' ? componentFacts(result) : weightedFacts(result)),
      ]),
      ...(result.method === 'pca' ? componentTables(result) : weightTables(result)),
      ...warnings(result.warnings),
    ],
  };
}

function weightedFacts(result: WeightedIndex): Entry[] {
  const { normalise, aggregate, shift, scores, method, by } = result;
  return [
    ['normalisation', normalise],
    ['shift', shift === 0 ? undefined : digits(shift)],
    ['weights and scores within', by],
    [
      'aggregation',
      say(method === 'topsis' ? 'closeness to the best values' : `${aggregate} mean`),
    ],
    ['scores', rangeOf(scores)],
  ];
}

/** `0.119 to 0.894, mean 0.336`. */
function rangeOf(scores: readonly (number | null)[]): Phrase {
  const known = scores.filter((score) => score !== null);
  const low = known.reduce((a, b) => (a < b ? a : b));
  const high = known.reduce((a, b) => (a > b ? a : b));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return say('{} to {}, mean {}', fixed(low, 4), fixed(high, 4), fixed(mean, 4));
}

const four = (value: number) => fixed(value, 4);

function weightTables(result: WeightedIndex): Block[] {
  const { columns, entropy, redundancy, weights, byGroup } = result;
  const names = Object.keys(columns);
  const hasEntropy = entropy !== undefined;
  const parts = (hasEntropy ? [entropy, redundancy, weights] : [weights]) as ByName[];
  const whole =
    weights === undefined
      ? []
      : table(
          'Indicators',
          [
            left('indicator'),
            left('direction'),
            ...rights(...(hasEntropy ? (['entropy', 'redundancy'] as const) : []), 'weight'),
          ],
          names.map((name) => ({
            cells: [
              variable(name),
              verbatim(columns[name]!),
              ...parts.map((part) => maybe(part[name], four)),
            ],
          })),
        );
  const groups = Object.entries(byGroup ?? {});
  const grouped =
    groups.length === 0
      ? []
      : table(
          'Weights by group',
          [left('group'), ...names.map(rightNamed)],
          groups.map(([value, group]) => ({
            cells: [verbatim(value), ...names.map((name) => number(group.weights[name]!, four))],
          })),
        );
  return [...whole, ...grouped, ...variantTable(result)];
}

function variantTable({ variants, ranks }: WeightedIndex): Block[] {
  if (variants === undefined || ranks === undefined) return [];
  const widths = ranks.map(({ low, high }) => high - low).sort((a, b) => a - b);
  return [
    ...table(
      'Variants',
      [
        left('normalisation'),
        left('weights'),
        left('aggregation'),
        left('without'),
        decimal('rank correlation'),
        leftNamed(''),
      ],
      variants.map(({ normalise, weights, aggregate, without, rankCorrelation, reason }) => ({
        cells: [
          verbatim(normalise),
          verbatim(weights),
          verbatim(aggregate),
          verbatim(without ?? ''),
          maybe(rankCorrelation, four),
          reason === undefined ? empty : words('not available'),
        ],
      })),
    ),
    ...legend(
      say(
        'over all variants the rank of the median row covers {}, that of the most uncertain row {} of {}',
        plural(widths[widths.length >> 1]! + 1, 'place'),
        widths.at(-1)! + 1,
        ranks.length,
      ),
    ),
  ];
}

function componentFacts(result: ComponentIndex): Entry[] {
  const { matrix, components, keep, score, kmo, bartlett, explained } = result;
  const share = explained.slice(0, components).reduce((a, b) => a + b, 0);
  return [
    ['matrix', say(matrix)],
    [
      'components kept',
      say(
        '{}, {}; {}% of the variance',
        components,
        score === 'first' ? say('the first') : say('by {}', keep),
        fixed(100 * share, 1),
      ),
    ],
    [
      'Kaiser-Meyer-Olkin',
      kmo === null ? say('not available: {}', because(result)) : fixed(kmo, 3),
    ],
    [
      "Bartlett's test",
      bartlett === null
        ? undefined
        : say(
            'chi2({}) = {}, p {}',
            bartlett.df,
            statistic(bartlett.stat),
            probability(bartlett.pValue),
          ),
    ],
  ];
}

/** `= 0.012`, or `< 0.001`. */
function probability(p: number): string {
  const shown = pValue(p);
  return shown.startsWith('<') ? `< ${shown.slice(1)}` : `= ${shown}`;
}

function componentTables(result: ComponentIndex): Block[] {
  const { eigenvalues, explained, cumulative, parallel, loadings, communalities } = result;
  const kept = Object.entries(loadings).slice(0, result.components);
  return [
    ...table(
      'Components',
      [
        left('component'),
        right('eigenvalue'),
        right('share'),
        right('cumulative'),
        ...(parallel === undefined ? [] : [right('random 95%')]),
      ],
      eigenvalues.map((value, j) => ({
        cells: [
          verbatim(`PC${j + 1}`),
          number(value, four),
          number(explained[j]!, four),
          number(cumulative[j]!, four),
          ...(parallel === undefined ? [] : [number(parallel[j]!, four)]),
        ],
      })),
    ),
    ...table(
      'Loadings of the kept components',
      [
        left('indicator'),
        ...kept.map(([name]) => rightNamed(name)),
        right('communality'),
        ...(result.kmoByColumn === null ? [] : [right('kmo')]),
      ],
      Object.keys(communalities).map((name) => ({
        cells: [
          variable(name),
          ...kept.map(([, loading]) => number(loading[name]!, four)),
          number(communalities[name]!, four),
          ...(result.kmoByColumn === null ? [] : [number(result.kmoByColumn[name]!, four)]),
        ],
      })),
    ),
    ...legend(
      'communality: share of the variance of an indicator that the kept components explain',
    ),
  ];
}
