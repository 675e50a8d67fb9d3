/** Correlations as a triangle with stars, and variance inflation factors. */
import type { Correlation } from '../../../../results/describe/correlation.js';
import {
  facts,
  left,
  leftNamed,
  legend,
  maybe,
  number,
  right,
  rightNamed,
  table,
  verbatim,
  warnings,
} from '../../../tables/blocks.js';
import type { Cell, Document, TableBlock } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { statistic } from '../../../../words/text/format.js';
import { fixed } from '../../../../words/text/rounding.js';
import { builtFacts } from '../../words/built.js';
import { because, known, type Phrase, plural, type Said, say } from '../../../../words/phrase.js';

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
    title: say(
      '{} correlations of {}',
      say(method === 'pearson' ? "Pearson's" : "Spearman's rank"),
      plural(names.length, 'column'),
    ),
    blocks: [
      ...facts([...builtFacts(result.built), ['rows', rowWords(result)]]),
      ...triangle('Correlations', result, (i, j) => correlationCell(result, i, j)),
      ...legend('stars: p below 0.1 *, 0.05 **, 0.01 ***, by t with n - 2 degrees of freedom'),
      ...(listwise || nobs === largestPair(result)
        ? []
        : triangle('Rows of each pair', result, (i, j) => number(result.n[i]![j]!, count))),
      ...inflationTable(result),
      ...legend('vif: 1 / (1 - R2) of the column on the other columns and a constant'),
      ...warnings([...reasonWords(reasons), ...result.warnings]),
    ],
  };
}

function largestPair({ n }: Correlation): number {
  return n.reduce((most, row) => row.reduce((a, b) => (a > b ? a : b), most), 0);
}

function rowWords(result: Correlation): Phrase {
  const { nobs, listwise } = result;
  if (listwise) return say('{}, with a value in every column', count(nobs));
  const most = largestPair(result);
  if (most === nobs) return count(nobs);
  return say(
    'up to {}, each pair with its rows; {} have a value in every column',
    count(most),
    count(nobs),
  );
}

/** Why correlations are missing. If a column has no correlation with itself, that explains all its pairs. */
function reasonWords(reasons: Correlation['reasons']): Said[] {
  const alone = reasons.filter(({ names: [a, b] }) => a === b);
  const explained = new Set(alone.map(({ names: [a] }) => a));
  const pairs = reasons.filter(({ names }) => names.every((name) => !explained.has(name)));
  return [
    ...alone.map((one) => say('{}@one', because(one))),
    ...pairs.map(({ names: [a, b], ...why }) => say('{}, {}: {}', a, b, because(why))),
  ];
}

/** Number of triangle columns that fit on a page. */
const COLUMNS = 6;

/** The lower triangle, in parts of a few columns; column numbers are those of the rows. */
function triangle(
  name: 'Correlations' | 'Rows of each pair',
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
        verbatim(`(${i + 1}) ${names[i]}`),
        ...part.filter((j) => j <= i).map((j) => cell(i, j)),
      ],
    }));
    const headings = part.map((j) => rightNamed(`(${j + 1})`));
    const columns = [name === 'Correlations' ? leftNamed('') : left('rows'), ...headings];
    return table(
      first === 0 ? name : say('{} from column {}', say(name), first + 1),
      columns,
      rows,
    );
  });
}

/** A correlation with its stars. */
function correlationCell({ r, p }: Correlation, i: number, j: number): Cell {
  const value = r[i]![j]!;
  const probability = i === j ? null : p[i]![j]!;
  if (value === null) return maybe(value, statistic);
  const mark = stars.find(([bound]) => probability !== null && probability < bound)?.[1] ?? '';
  return { text: `${fixed(value, 3)}${mark}`, value };
}

function inflationTable({ names, vif, vifReasons, vifTold = {} }: Correlation): TableBlock[] {
  const rows = names.map((name) => ({
    cells: [
      verbatim(name),
      maybe(vif[name], statistic),
      { text: vifTold[name] ?? known(vifReasons[name] ?? '') },
    ],
  }));
  return table('Variance inflation factors', [left('column'), right('vif'), leftNamed('')], rows);
}
