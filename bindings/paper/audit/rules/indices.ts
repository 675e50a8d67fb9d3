/** Weights of entropy, eigenvalues with their shares, and tolerances. */
import { type Check, type Checks, comparison } from '../check.js';
import { say } from '../../../words/phrase.js';
import type { Printed, Rounding } from '../printed.js';
import { totals } from './parts/shares.js';
import { minus, over, plus, point, type Range, times } from '../range.js';
import { type ColumnView, rounded, type TableView, type VariableView } from '../view.js';

type Row = readonly [variable: VariableView, ...printed: Printed[]];

/** The rows of a column that have all these statistics. */
function rowsWith({ variables }: ColumnView, ...names: readonly string[]): Row[] {
  return variables.flatMap((variable): Row[] => {
    const printed = names.map(variable.stat);
    return printed.includes(undefined) ? [] : [[variable, ...(printed as Printed[])]];
  });
}

const eachColumn =
  (rule: (column: ColumnView) => Check[]) =>
  ({ columns }: TableView): Checks => ({ checks: columns.flatMap(rule), missing: 0 });

function checkOf(
  { table, column }: ColumnView,
  row: string,
  [stat, printed]: readonly [string, Printed],
  rest: Omit<Check, 'place' | 'subject' | 'printed'>,
): Check {
  return { place: { table, column, row }, subject: { stat }, printed: printed.text, ...rest };
}

const sumOf = (all: readonly Printed[]) => (rounding: Rounding) =>
  all.map((one) => rounded(one)(rounding)).reduce((sum, one) => plus(sum, one), point(0));

/** What is left of the information: redundancy = 1 - entropy. */
export const redundancy = eachColumn((column) =>
  rowsWith(column, 'entropy', 'redundancy').map(([{ row }, entropy, printed]) =>
    checkOf(column, row, ['redundancy', printed!], {
      involves: ['entropy', 'redundancy'],
      worked: `1 - ${entropy!.text}`,
      ...comparison(rounded(printed!), (rounding) => minus(point(1), rounded(entropy!)(rounding))),
    }),
  ),
);

/** Weights by entropy add up to one, or to 100; in a table of parts or levels they may not. */
export const entropyWeights = eachColumn((column) => {
  const byRedundancy = rowsWith(column, 'weight', 'redundancy');
  const rows = byRedundancy.length > 0 ? byRedundancy : rowsWith(column, 'weight', 'entropy');
  const last = rows.at(-1);
  if (last === undefined || rows.length < 2) return [];
  const weights = rowsWith(column, 'weight').filter(([one]) => one !== last[0]);
  const others = weights.map(([, weight]) => weight!);
  const whole = others.some(({ text, value }) => text.includes('%') || value > 1) ? 100 : 1;
  return [
    checkOf(column, last[0].row, ['weight', last[1]!], {
      involves: ['weight'],
      worked: say('{} minus the other weights', whole),
      ...comparison(rounded(last[1]!), (rounding) => minus(point(whole), sumOf(others)(rounding))),
      severity: 'doubtful',
    }),
  ];
});

/** The cumulative share is that of the row before and its own; more is possible where rows are left out. */
export const cumulativeShare = eachColumn((column) => {
  const all = rowsWith(column, 'share', 'cumulative');
  const rows = all.filter(([{ row }]) => !totals.test(row.trim()));
  return rows.map(([{ row }, share, printed], i) => {
    const before = rows[i - 1]?.[2];
    const sum = (rounding: Rounding): Range =>
      plus(before === undefined ? point(0) : rounded(before)(rounding), rounded(share!)(rounding));
    return checkOf(column, row, ['cumulative', printed!], {
      involves: ['share', 'cumulative'],
      worked: before === undefined ? share!.text : `${before.text} + ${share!.text}`,
      ...comparison(rounded(printed!), sum),
      ...(printed!.value > sum('nearest').high && { severity: 'doubtful' as const }),
    });
  });
});

/** Shares of variance are proportional to the eigenvalues. */
export const eigenvalueShare = eachColumn((column) => {
  const [first, ...rest] = rowsWith(column, 'eigenvalue', 'share');
  if (first === undefined || !(first[1]!.value > 0)) return [];
  return rest.map(([{ row }, eigenvalue, printed]) =>
    checkOf(column, row, ['share', printed!], {
      involves: ['eigenvalue', 'share'],
      worked: `${first[2]!.text} × ${eigenvalue!.text} / ${first[1]!.text}`,
      ...comparison(rounded(printed!), (rounding) =>
        over(
          times(rounded(first[2]!)(rounding), rounded(eigenvalue!)(rounding)),
          rounded(first[1]!)(rounding),
        ),
      ),
    }),
  );
});

/** tolerance = 1 / VIF. */
export const tolerance = eachColumn((column) =>
  rowsWith(column, 'vif', 'tolerance').map(([{ row }, vif, printed]) =>
    checkOf(column, row, ['tolerance', printed!], {
      involves: ['vif', 'tolerance'],
      worked: `1 / ${vif!.text}`,
      ...comparison(rounded(printed!), (rounding) => over(point(1), rounded(vif!)(rounding))),
    }),
  ),
);
