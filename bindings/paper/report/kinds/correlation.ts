/** Correlations as a triangle with stars, and variance inflation factors. */
import type { Correlation } from '../../../results/describe/correlation.js';
import * as block from '../../tables/blocks.js';
import type { Cell, Document, TableBlock } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { statistic } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { builtFacts } from '../words/built.js';

/** Significance levels, each with its stars. */
const stars = [
  [0.01, '***'],
  [0.05, '**'],
  [0.1, '*'],
] as const;

export function correlationDocument(result: Correlation): Document {
  const { method, names, nobs, listwise, reasons } = result;
  return {
    kind: 'correlation',
    title: `${method === 'pearson' ? "Pearson's" : "Spearman's rank"} correlations of ${plural(names.length, 'column')}`,
    blocks: [
      ...block.facts([...builtFacts(result.built), ['rows', rowWords(result)]]),
      ...triangle('Correlations', result, (i, j) => correlationCell(result, i, j)),
      ...block.legend(
        'stars: p below 0.1 *, 0.05 **, 0.01 ***, by t with n - 2 degrees of freedom',
      ),
      ...(listwise || nobs === largestPair(result)
        ? []
        : triangle('Rows of each pair', result, (i, j) => block.number(result.n[i]![j]!, count))),
      ...inflationTable(result),
      ...block.legend('vif: 1 / (1 - R2) of the column on the other columns and a constant'),
      ...block.warnings([...reasonWords(reasons), ...result.warnings]),
    ],
  };
}

function largestPair({ n }: Correlation): number {
  return n.reduce((most, row) => row.reduce((a, b) => (a > b ? a : b), most), 0);
}

function rowWords(result: Correlation): string {
  const { nobs, listwise } = result;
  if (listwise) return `${count(nobs)}, with a value in every column`;
  const most = largestPair(result);
  if (most === nobs) return count(nobs);
  return `up to ${count(most)}, each pair with its rows; ${count(nobs)} have a value in every column`;
}

/** Why correlations are missing. If a column has no correlation with itself, that explains all its pairs. */
function reasonWords(reasons: Correlation['reasons']): string[] {
  const alone = reasons.filter(({ names: [a, b] }) => a === b);
  const explained = new Set(alone.map(({ names: [a] }) => a));
  const pairs = reasons.filter(({ names }) => names.every((name) => !explained.has(name)));
  return [
    ...alone.map(({ reason }) => reason),
    ...pairs.map(({ names: [a, b], reason }) => `${a}, ${b}: ${reason}`),
  ];
}

/** Number of triangle columns that fit on a page. */
const COLUMNS = 6;

/** The lower triangle, in parts of a few columns; column numbers are those of the rows. */
function triangle(
  name: string,
  { names }: Correlation,
  cell: (i: number, j: number) => Cell,
): TableBlock[] {
  const places = [...names.keys()];
  const parts = Array.from({ length: Math.ceil(names.length / COLUMNS) }, (_, part) =>
    places.slice(part * COLUMNS, (part + 1) * COLUMNS),
  );
  return parts.flatMap((part) => {
    const [first = 0] = part;
    const rows = places.slice(first).map((i) => ({
      cells: [
        block.words(`(${i + 1}) ${names[i]}`),
        ...part.filter((j) => j <= i).map((j) => cell(i, j)),
      ],
    }));
    const headings = part.map((j) => block.right(`(${j + 1})`));
    const columns = [block.left(name === 'Correlations' ? '' : 'rows'), ...headings];
    return block.table(first === 0 ? name : `${name} from column ${first + 1}`, columns, rows);
  });
}

/** A correlation with its stars. */
function correlationCell({ r, p }: Correlation, i: number, j: number): Cell {
  const value = r[i]![j]!;
  const probability = i === j ? null : p[i]![j]!;
  if (value === null) return block.maybe(value, statistic);
  const mark = stars.find(([bound]) => probability !== null && probability < bound)?.[1] ?? '';
  return { text: `${fixed(value, 3)}${mark}`, value };
}

function inflationTable({ names, vif, vifReasons }: Correlation): TableBlock[] {
  const rows = names.map((name) => ({
    cells: [
      block.words(name),
      block.maybe(vif[name], statistic),
      block.words(vifReasons[name] ?? ''),
    ],
  }));
  return block.table(
    'Variance inflation factors',
    [block.left('column'), block.right('vif'), block.left('')],
    rows,
  );
}
