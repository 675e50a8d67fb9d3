/** Weights or loadings of an index, and the range of its scores. */
import type {
  ComponentIndex,
  CompositeIndex,
  WeightedIndex,
} from '../../../results/indices/composite-index.js';
import type { ByName } from '../../../results/common.js';
import * as block from '../../tables/blocks.js';
import type { Block, Document } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { digits, pValue, statistic } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { builtFacts } from '../words/built.js';

const methods: Readonly<Record<CompositeIndex['method'], string>> = {
  entropy: 'Entropy weights',
  topsis: 'TOPSIS',
  equal: 'Equal weights',
  given: 'Given weights',
  critic: 'CRITIC weights',
  cv: 'Weights by coefficients of variation',
  pca: 'Principal components',
};

export function compositeIndexDocument(result: CompositeIndex): Document {
  const { method, columns, nrows, nobs, built } = result;
  const rows = nobs === nrows ? count(nobs) : `${count(nobs)} of ${count(nrows)}`;
  return {
    kind: 'index',
    title: `${methods[method]} of ${plural(Object.keys(columns).length, 'indicator')}`,
    blocks: [
      ...block.facts([
        ...builtFacts(built),
        ['rows', rows],
        ...(result.method === 'pca' ? componentFacts(result) : weightedFacts(result)),
      ]),
      ...(result.method === 'pca' ? componentTables(result) : weightTables(result)),
      ...block.warnings(result.warnings),
    ],
  };
}

function weightedFacts(result: WeightedIndex): block.Entry[] {
  const { normalise, aggregate, shift, scores, method, by } = result;
  return [
    ['normalisation', normalise],
    ['shift', shift === 0 ? undefined : digits(shift)],
    ['weights and scores within', by],
    ['aggregation', method === 'topsis' ? 'closeness to the best values' : `${aggregate} mean`],
    ['scores', rangeOf(scores)],
  ];
}

/** `0.119 to 0.894, mean 0.336`. */
function rangeOf(scores: readonly (number | null)[]): string {
  const known = scores.filter((score) => score !== null);
  const low = known.reduce((a, b) => (a < b ? a : b));
  const high = known.reduce((a, b) => (a > b ? a : b));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return `${fixed(low, 4)} to ${fixed(high, 4)}, mean ${fixed(mean, 4)}`;
}

const four = (value: number) => fixed(value, 4);

function weightTables(result: WeightedIndex): Block[] {
  const { columns, entropy, redundancy, weights, byGroup } = result;
  const names = Object.keys(columns);
  const hasEntropy = entropy !== undefined;
  const headings = hasEntropy ? ['entropy', 'redundancy', 'weight'] : ['weight'];
  const parts = (hasEntropy ? [entropy, redundancy, weights] : [weights]) as ByName[];
  const whole =
    weights === undefined
      ? []
      : block.table(
          'Indicators',
          [block.left('indicator'), block.left('direction'), ...headings.map(block.right)],
          names.map((name) => ({
            cells: [
              block.variable(name),
              block.words(columns[name]!),
              ...parts.map((part) => block.maybe(part[name], four)),
            ],
          })),
        );
  const groups = Object.entries(byGroup ?? {});
  const grouped =
    groups.length === 0
      ? []
      : block.table(
          'Weights by group',
          [block.left('group'), ...names.map(block.right)],
          groups.map(([value, group]) => ({
            cells: [
              block.words(value),
              ...names.map((name) => block.number(group.weights[name]!, four)),
            ],
          })),
        );
  return [...whole, ...grouped, ...variantTable(result)];
}

function variantTable({ variants, ranks }: WeightedIndex): Block[] {
  if (variants === undefined || ranks === undefined) return [];
  const widths = ranks.map(({ low, high }) => high - low).sort((a, b) => a - b);
  return [
    ...block.table(
      'Variants',
      [
        block.left('normalisation'),
        block.left('weights'),
        block.left('aggregation'),
        block.left('without'),
        block.decimal('rank correlation'),
        block.left(''),
      ],
      variants.map(({ normalise, weights, aggregate, without, rankCorrelation, reason }) => ({
        cells: [
          block.words(normalise),
          block.words(weights),
          block.words(aggregate),
          block.words(without ?? ''),
          block.maybe(rankCorrelation, four),
          block.words(reason === undefined ? '' : 'not available'),
        ],
      })),
    ),
    ...block.legend(
      `over all variants the rank of the median row covers ${plural(widths[widths.length >> 1]! + 1, 'place')}, that of the most uncertain row ${widths.at(-1)! + 1} of ${ranks.length}`,
    ),
  ];
}

function componentFacts(result: ComponentIndex): block.Entry[] {
  const { matrix, components, keep, score, kmo, bartlett, reason, explained } = result;
  const share = explained.slice(0, components).reduce((a, b) => a + b, 0);
  return [
    ['matrix', matrix],
    [
      'components kept',
      `${components}, ${score === 'first' ? 'the first' : `by ${keep}`}; ${fixed(100 * share, 1)}% of the variance`,
    ],
    ['Kaiser-Meyer-Olkin', kmo === null ? `not available: ${reason}` : fixed(kmo, 3)],
    [
      "Bartlett's test",
      bartlett === null
        ? undefined
        : `chi2(${bartlett.df}) = ${statistic(bartlett.stat)}, p ${probability(bartlett.pValue)}`,
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
    ...block.table(
      'Components',
      [
        block.left('component'),
        block.right('eigenvalue'),
        block.right('share'),
        block.right('cumulative'),
        ...(parallel === undefined ? [] : [block.right('random 95%')]),
      ],
      eigenvalues.map((value, j) => ({
        cells: [
          block.words(`PC${j + 1}`),
          block.number(value, four),
          block.number(explained[j]!, four),
          block.number(cumulative[j]!, four),
          ...(parallel === undefined ? [] : [block.number(parallel[j]!, four)]),
        ],
      })),
    ),
    ...block.table(
      'Loadings of the kept components',
      [
        block.left('indicator'),
        ...kept.map(([name]) => block.right(name)),
        block.right('communality'),
        ...(result.kmoByColumn === null ? [] : [block.right('kmo')]),
      ],
      Object.keys(communalities).map((name) => ({
        cells: [
          block.variable(name),
          ...kept.map(([, loading]) => block.number(loading[name]!, four)),
          block.number(communalities[name]!, four),
          ...(result.kmoByColumn === null ? [] : [block.number(result.kmoByColumn[name]!, four)]),
        ],
      })),
    ),
    ...block.legend(
      'communality: share of the variance of an indicator that the kept components explain',
    ),
  ];
}
