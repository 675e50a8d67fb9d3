/** Instruments: first stages, tests of overidentification and counts. */
import { constantNames } from '../constants.js';
import { type Check, type Checks, comparison } from '../check.js';
import { say } from '../../../words/phrase.js';
import { tRange } from '../laws.js';
import { type Printed, rangeOf } from '../printed.js';
import { falling, meets, over, point, positive, type Range, squared } from '../range.js';
import {
  type ColumnView,
  countOf,
  headsOf,
  regressors,
  rounded,
  type RowView,
  type TableView,
} from '../view.js';
import { eachColumn, statCheck } from './column-rule.js';

function ncoefficients(column: ColumnView): number | undefined {
  return countOf(column, 'params') ?? countOf(column, 'k');
}

/** With one instrument the F of the first stage is the square of its t. */
export const firstStageF = eachColumn((column) => {
  const [f, t] = [column.stat('first_stage_f'), column.stat('first_stage_t')];
  if (f === undefined) return 'inapplicable';
  if (t === undefined) return 'missing';
  return statCheck(column, 'first_stage_f', f, {
    involves: ['first_stage_f', 'first_stage_t'],
    worked: say('one instrument: F = t2 = {} squared', t.text),
    ...comparison(rounded(f), (rounding) => squared(rounded(t)(rounding))),
  });
});

/**
 * The first stage as a column: with one excluded instrument and classical errors, its F is the square of the t of the
 * instrument, with n or n - k in both.
 */
export function firstStageColumn({ columns }: TableView): Checks {
  const first = columns.find(({ column }) => /first/i.test(column));
  const second = columns.find(({ column }) => /2sls|second|\biv\b/i.test(column));
  const f = first?.stat('first_stage_f') ?? second?.stat('first_stage_f');
  if (first === undefined || f === undefined) return { checks: [], missing: 0 };
  const instrument = instrumentOf(first, second);
  const { errors } = first.notes;
  const isOther = errors !== undefined && errors !== 'classical';
  if (instrument === undefined || isOther) {
    return { checks: [], missing: 1 };
  }
  if (tRange(first, instrument, 'nearest') === undefined) return { checks: [], missing: 1 };
  const n = countOf(first, 'n');
  const k = regressors(first).length;
  const factor = n === undefined || n <= k ? 1.1 : n / (n - k);
  const check = statCheck(first, 'first_stage_f', f, {
    involves: ['first_stage_f', `${instrument.row}.coef`, `${instrument.row}.se`],
    worked: say('F = t2 of the only instrument {}', instrument.row),
    ...comparison(rounded(f), (rounding) => {
      const { low, high } = squared(tRange(first, instrument, rounding)!);
      return { low: low / factor, high: high * factor };
    }),
    // Errors of an unknown kind may differ from those of F.
    ...(errors === undefined && { severity: 'doubtful' as const }),
  });
  return { checks: [check], missing: 0 };
}

/** The only row of a first stage that the second one does not have; alone, it may print its instrument only. */
function instrumentOf(first: ColumnView, second: ColumnView | undefined): RowView | undefined {
  const names = new Set(second?.rows.map(({ row }) => row) ?? constantNames);
  return onlyOne(first.rows, ({ row }) => !names.has(row));
}

/** The degrees of freedom of J are instruments less parameters. */
export const jDf = eachColumn((column) => {
  const printed = column.stat('j_df');
  const [instruments, params] = [countOf(column, 'instruments'), ncoefficients(column)];
  if (printed === undefined) return 'inapplicable';
  if (instruments === undefined) return 'missing';
  if (params === undefined && printed.value < instruments) return 'missing';
  if (params === undefined) return withoutParams(column, printed, instruments);
  // With fewer instruments than parameters, only excluded instruments are counted.
  if (instruments < params) return 'missing';
  return statCheck(column, 'j_df', printed, {
    involves: ['j_df', 'instruments', 'params'],
    worked: `instruments - params = ${instruments} - ${params}`,
    ...comparison(
      () => point(printed.value),
      () => point(instruments - params),
    ),
    reconciles: [`instruments ${printed.value + params}`, `params ${instruments - printed.value}`],
  });
});

/** At least one parameter takes a degree of freedom, however instruments are counted. */
function withoutParams(column: ColumnView, df: Printed, instruments: number): Check {
  return statCheck(column, 'j_df', df, {
    involves: ['j_df', 'instruments'],
    worked: say('{} instruments and at least one parameter', instruments),
    ...comparison(
      () => point(df.value),
      () => ({ low: 0, high: instruments - 1 }),
    ),
  });
}

/** A model with as many instruments as parameters has no J. */
export const jJustIdentified = eachColumn((column) => {
  const j = column.stat('j');
  const [instruments, params] = [countOf(column, 'instruments'), ncoefficients(column)];
  if (j === undefined) return 'inapplicable';
  if (instruments === undefined || params === undefined) return 'missing';
  return statCheck(column, 'j', j, {
    involves: ['j', 'instruments', 'params'],
    worked: say('{} instruments and {} parameters', instruments, params),
    agrees: (rounding) => instruments !== params || meets(rangeOf(j, rounding), point(0)),
    possible: instruments === params ? point(0) : { low: 0, high: Infinity },
  });
});

/** p of J as chi-squared with its degrees of freedom. */
export const jP = eachColumn((column) => {
  const [j, p] = [column.stat('j'), column.stat('j_p')];
  if (p === undefined) return 'inapplicable';
  const [instruments, params] = [countOf(column, 'instruments'), ncoefficients(column)];
  const counted =
    instruments === undefined || params === undefined ? undefined : instruments - params;
  const df = countOf(column, 'j_df') ?? counted;
  if (j === undefined || df === undefined || df < 1) return 'missing';
  return statCheck(column, 'j_p', p, {
    involves: ['j', 'j_df', 'j_p'],
    worked: say('P(chi2 > {}) with {} degrees of freedom', j.text, df),
    ...comparison(rounded(p), (rounding) =>
      falling(positive(rounded(j)(rounding)), (x) => column.engine.exports.chi2_sf(x, df)),
    ),
    decision: true,
  });
});

/** More instruments than groups weaken the Hansen test and bias two-step errors (Roodman 2009). */
export const instrumentsOfGroups = eachColumn((column) => {
  const [instruments, groups] = [countOf(column, 'instruments'), countOf(column, 'groups')];
  if (!column.notes.has.dynamics && !('ar2_p' in column.texts)) return 'inapplicable';
  if (instruments === undefined || groups === undefined) return 'missing';
  return statCheck(column, 'instruments', column.stat('instruments')!, {
    involves: ['instruments', 'groups'],
    worked: say('{} instruments for {} groups weaken the Hansen test', instruments, groups),
    agrees: () => instruments <= groups,
    severity: 'doubtful',
  });
});

/** A p of J of one, with nearly as many instruments as groups, says that the test has no power. */
export const jNearOne = eachColumn((column) => {
  const p = column.stat('j_p');
  const [instruments, groups] = [countOf(column, 'instruments'), countOf(column, 'groups')];
  if (p === undefined || groups === undefined) return 'inapplicable';
  if (instruments === undefined) return 'missing';
  return statCheck(column, 'j_p', p, {
    involves: ['j_p', 'instruments', 'groups'],
    worked: say(
      'p near one with {} instruments for {} groups is a sign of too many instruments',
      instruments,
      groups,
    ),
    agrees: () => p.value < 0.995 || instruments < 0.8 * groups,
    severity: 'doubtful',
  });
});

/** The only item of a list; undefined if there is not exactly one. */
function onlyOne<Item>(list: readonly Item[], is: (item: Item) => boolean): Item | undefined {
  const [first, ...others] = list.filter(is);
  return others.length === 0 ? first : undefined;
}

/** With one instrument: 2SLS = reduced form / first stage. Columns are told by their heads. */
export function reducedOverFirst({ columns }: TableView): Checks {
  const headed = (pattern: RegExp) =>
    onlyOne(columns, (column) => headsOf(column).some((text) => pattern.test(text)));
  const [first, reduced, second] = [
    headed(/first/i),
    headed(/reduced/i),
    headed(/2sls|second|\biv\b/i),
  ];
  if (first === undefined || reduced === undefined || second === undefined) {
    return { checks: [], missing: 0 };
  }
  const counts = [first, reduced, second].map((column) => countOf(column, 'n'));
  if (!counts.every((n) => n === counts[0]) || !sameWords(first, reduced, second)) {
    return { checks: [], missing: 1 };
  }
  const absent = (column: ColumnView, row: string) =>
    !column.rows.some((rowView) => rowView.row === row);
  const outside = reduced.rows.filter(({ row }) => absent(second, row) && !absent(first, row));
  const inside = second.rows.filter(({ row }) => absent(first, row) && absent(reduced, row));
  if (outside.length !== 1 || inside.length !== 1) return { checks: [], missing: 0 };
  const z = outside[0]!.row;
  const numbers = [
    reduced.rows.find(({ row }) => row === z)?.number('coef'),
    first.rows.find(({ row }) => row === z)?.number('coef'),
    inside[0]!.number('coef'),
  ];
  if (numbers.includes(undefined)) return { checks: [], missing: 1 };
  const [top, bottom, slope] = numbers as [Printed, Printed, Printed];
  const check: Check = {
    place: { table: second.table, column: second.column, row: inside[0]!.row },
    subject: { field: 'coef' },
    involves: ['coef', `${reduced.column}.coef`, `${first.column}.coef`],
    printed: slope.text,
    worked: say('reduced form / first stage = {} / {}', top.text, bottom.text),
    ...comparison(rounded(slope), (rounding) =>
      quotient(rounded(top)(rounding), rounded(bottom)(rounding)),
    ),
  };
  return { checks: [check], missing: 0 };
}

/** True if word rows, such as controls and weights, are the same in all columns. */
function sameWords(...columns: readonly ColumnView[]): boolean {
  const texts = columns.map(({ words }) =>
    JSON.stringify(Object.entries(words).filter(([label]) => label !== 'head')),
  );
  return texts.every((text) => text === texts[0]);
}

/** A quotient by a range of any sign. */
function quotient(top: Range, bottom: Range): Range {
  if (bottom.high >= 0)
    return bottom.low < 0 ? { low: -Infinity, high: Infinity } : over(top, bottom);
  return over({ low: -top.high, high: -top.low }, { low: -bottom.high, high: -bottom.low });
}
