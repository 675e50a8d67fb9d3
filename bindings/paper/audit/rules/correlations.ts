/** Correlation matrices. */
import { symmetricEigen } from '../../../core/numerics/quadratic-form.js';
import { boundedBy, type Check, type Checks, comparison } from '../check.js';
import { say } from '../../../words/phrase.js';
import { type Printed, rangeOf, type Rounding } from '../printed.js';
import { absolute, meets, type Range } from '../range.js';
import { type ColumnView, countOf, rounded, type TableView, type VariableView } from '../view.js';
import { inWords, short } from '../words.js';
import { levelsOf, levelWords, marksOf, markWords } from '../levels.js';

interface Entry {
  readonly column: ColumnView;
  readonly row: VariableView;
  /** The other variable. */
  readonly of: string;
  readonly stat: string;
  readonly printed: Printed;
}

/** Statistics named `corr[x]`. */
function entriesOf({ columns }: TableView): Entry[] {
  return columns.flatMap((column) =>
    column.variables.flatMap((row) =>
      Object.keys(row.texts).flatMap((stat): Entry[] => {
        const of = /^corr\[(.+)\]$/.exec(stat)?.[1];
        const printed = of === undefined ? undefined : row.stat(stat);
        return printed === undefined ? [] : [{ column, row, of: of!, stat, printed }];
      }),
    ),
  );
}

function entryCheck(
  { column, row, stat, printed }: Entry,
  rest: Omit<Check, 'place' | 'subject' | 'printed'>,
): Check {
  const place = { table: column.table, column: column.column, row: row.row };
  return { place, subject: { stat }, printed: printed.text, ...rest };
}

/** |r| <= 1. */
export function correlationBounds(table: TableView): Checks {
  const checks = entriesOf(table).map((entry) =>
    entryCheck(entry, {
      involves: [entry.stat],
      worked: say('a correlation'),
      ...boundedBy(entry.printed, { low: -1, high: 1 }),
    }),
  );
  return { checks, missing: 0 };
}

/** The diagonal of some tables holds reliabilities or roots of extracted variances. */
const otherDiagonal = /diagonal|cronbach|\balpha\b|\bAVE\b|reliab|对角线/i;

/** A variable has the correlation one with itself. */
export function correlationDiagonal(table: TableView): Checks {
  if (otherDiagonal.test(table.notes.text)) return { checks: [], missing: 0 };
  const itself = entriesOf(table).filter(({ row, of }) => row.row === of);
  const checks = itself.map((entry) =>
    entryCheck(entry, {
      involves: [entry.stat],
      worked: say('the correlation of {} with itself', entry.of),
      ...comparison(rounded(entry.printed), () => ({ low: 1, high: 1 })),
    }),
  );
  return { checks, missing: 0 };
}

/** Two halves of some tables hold two kinds of correlations, or of samples. */
const twoHalves =
  /\b(?:above|below|upper|lower)\b|triangle|spearman|kendall|partial|上三角|下三角/i;

/** A pair of variables has one correlation. */
export function correlationSymmetry(table: TableView): Checks {
  if (twoHalves.test(table.notes.text)) return { checks: [], missing: 0 };
  const entries = entriesOf(table);
  const checks = entries.flatMap((entry, i): Check[] => {
    const other = entries
      .slice(0, i)
      .find(
        ({ column, row, of }) =>
          column === entry.column && row.row === entry.of && of === entry.row.row,
      );
    if (other === undefined) return [];
    return [
      entryCheck(entry, {
        involves: [entry.stat, other.stat],
        worked: say('the same pair has {}, which', other.printed.text),
        ...comparison(rounded(entry.printed), rounded(other.printed)),
      }),
    ];
  });
  return { checks, missing: 0 };
}

/** Pairwise correlations, and those of latent variables, need not come from one sample. */
const apart = /pairwise|polychoric|tetrachoric|两两|成对/i;

/**
 * The eigenvalues of a correlation matrix are not negative. Each off-diagonal entry is within half a unit of the middle
 * of its interval, so rounding changes an eigenvalue by at most (p - 1) / 2 units (Weyl 1912).
 */
export function positiveSemidefinite(table: TableView): Checks {
  if (twoHalves.test(table.notes.text)) return { checks: [], missing: 0 };
  const checks = table.columns.flatMap((column): Check[] => {
    const matrix = matrixOf(column);
    if (matrix === undefined) return [];
    const { names, entries, unit } = matrix;
    const smallest = (rounding: Rounding) => {
      const values = entries.map((line) => line.map((printed) => middle(printed, rounding)));
      return Math.min(...symmetricEigen(values).values);
    };
    return [
      {
        place: { table: column.table, column: column.column },
        subject: { stat: 'corr' },
        involves: names.map((name) => `corr[${name}]`),
        printed: short(smallest('nearest')),
        shown: say(
          'the smallest eigenvalue of the printed correlations is {}',
          short(smallest('nearest')),
        ),
        worked: say('a correlation matrix'),
        agrees: (rounding) => smallest(rounding) >= -((names.length - 1) * unit) / 2 - 1e-9,
        possible: { low: 0, high: Infinity },
        ...(apart.test(table.notes.text) && { severity: 'doubtful' as const }),
      },
    ];
  });
  return { checks, missing: 0 };
}

function middle(printed: Printed | undefined, rounding: Rounding): number {
  if (printed === undefined) return 1;
  const { low, high } = rangeOf(printed, rounding);
  return (Math.max(low, -1) + Math.min(high, 1)) / 2;
}

/** The matrix of `corr[x]` of the variables of a column, without its diagonal; undefined where an entry is missing. */
function matrixOf({ variables }: ColumnView) {
  const having = variables.filter(({ texts }) =>
    Object.keys(texts).some((one) => one.startsWith('corr[')),
  );
  const names = having.map(({ row }) => row);
  if (names.length < 3) return undefined;
  const entries = names.map((row, i) =>
    names.map((name, j) =>
      i === j ? undefined : (having[i]!.stat(`corr[${name}]`) ?? having[j]!.stat(`corr[${row}]`)),
    ),
  );
  const lacks = entries.some((line, i) =>
    line.some((printed, j) => i !== j && printed === undefined),
  );
  const unit = Math.max(...entries.flat().map((printed) => printed?.unit ?? 0));
  return lacks ? undefined : { names, entries, unit };
}

/**
 * The stars of a correlation, by t = r sqrt((n - 2) / (1 - r2)) with n - 2 degrees of freedom. In a table of pairwise
 * correlations, pairs may have fewer rows and therefore larger p.
 */
export function correlationStars(table: TableView): Checks {
  const { legend, resampled } = table.notes;
  const entries = entriesOf(table).filter(({ row, of }) => row.row !== of);
  const hasStars = entries.some(({ row, of }) => `stars[${of}]` in row.texts);
  if (legend.size === 0 || resampled || !hasStars || twoHalves.test(table.notes.text)) {
    return { checks: [], missing: 0 };
  }
  const checks = entries.flatMap((entry): Check[] => {
    const { column, row, of, printed } = entry;
    const n = countOf(column, 'n');
    const mark = row.texts[`stars[${of}]`] ?? '';
    const levels = levelsOf(legend, mark);
    if (n === undefined || n < 4 || Number.isNaN(levels.high)) return [];
    const p = (rounding: Rounding) => pOf(entry, n, rangeOf(printed, rounding));
    return [
      {
        ...entryCheck(entry, {
          involves: [entry.stat, 'n', 'stars'],
          worked: say(
            'p is {} by {}, and {} means p {}',
            inWords(p('nearest')),
            say('r = {} and n = {}', printed.text, n),
            markWords(mark),
            levelWords(levels),
          ),
          agrees: (rounding) => meets(p(rounding), levels),
          decision: true,
          reconciles: marksOf(legend, p('nearest')),
        }),
        subject: { stat: `stars[${of}]` },
        printed: mark,
      },
    ];
  });
  return { checks, missing: checks.length === 0 ? 1 : 0 };
}

function pOf({ column }: Entry, n: number, r: Range): Range {
  const { t_sf } = column.engine.exports;
  const { low, high } = absolute(r);
  const p = (size: number) =>
    size >= 1 ? 0 : 2 * t_sf(size * Math.sqrt((n - 2) / (1 - size * size)), n - 2);
  const range = { low: p(Math.min(high, 1)), high: p(low) };
  if (apart.test(column.notes.text)) return { ...range, high: 1 };
  return column.notes.oneSided ? { low: range.low / 2, high: range.high } : range;
}
