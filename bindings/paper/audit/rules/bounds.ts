/** Numbers outside their possible range: negative errors, p-values above one, intervals with reversed ends. */
import type { AuditField } from '../../../results/audit/audit.js';
import { boundedBy, type Checks, checksOf, comparison, type Outcome } from '../check.js';
import { say, type Word } from '../../../words/phrase.js';
import type { Range } from '../range.js';
import {
  type ColumnView,
  rounded,
  type RowView,
  type TableView,
  type VariableView,
} from '../view.js';
import { statCheck } from './column-rule.js';

const notNegative: Range = { low: 0, high: Infinity };
const share: Range = { low: 0, high: 1 };
const upToOne: Range = { low: -Infinity, high: 1 };
const positiveCount: Range = { low: 1, high: Infinity };

/** A field of each coefficient against the values that it can have. */
function fieldIn(field: Exclude<AuditField, 'stars'>, allowed: Range, worked: Word) {
  return ({ columns }: TableView): Checks =>
    checksOf(
      columns.flatMap((column) =>
        column.rows.map((row): Outcome => {
          const printed = row.number(field);
          if (printed === undefined) return 'inapplicable';
          return {
            place: { table: column.table, column: column.column, row: row.row },
            subject: { field },
            involves: [field],
            printed: printed.text,
            worked: say(worked),
            ...boundedBy(printed, allowed),
          };
        }),
      ),
    );
}

export const errorSign = fieldIn('se', notNegative, 'a standard error');
export const pBounds = fieldIn('p', share, 'a p-value');

/** Statistics of columns against the values that they can have. */
function statsIn(names: readonly string[], allowed: Range, worked: Word) {
  return ({ columns }: TableView): Checks =>
    checksOf(
      columns.flatMap((column) =>
        names.map((name): Outcome => {
          const printed = column.stat(name);
          if (printed === undefined) return 'inapplicable';
          return statCheck(column, name, printed, {
            involves: [name],
            worked: say(worked),
            ...boundedBy(printed, allowed),
          });
        }),
      ),
    );
}

const pValues = ['f_p', 'chi2_p', 'j_p', 'ar1_p', 'ar2_p'];
export const pBoundsOfTests = statsIn(pValues, share, 'a p-value');
export const testSigns = statsIn(
  ['f', 'chi2', 'j', 'first_stage_f', 'rmse'],
  notNegative,
  'a sum of squares over another',
);
/** Counts are at least one. A number that is not whole is not a count; it belongs to a regressor of that name. */
export function counts({ columns }: TableView): Checks {
  const names = ['n', 'k', 'groups', 'periods', 'instruments'];
  return checksOf(
    columns.flatMap((column) =>
      names.map((name): Outcome => {
        const printed = column.stat(name);
        if (printed?.whole !== true) return 'inapplicable';
        return statCheck(column, name, printed, {
          involves: [name],
          worked: say('a count of what was estimated from'),
          agrees: () => printed.value >= 1,
          possible: positiveCount,
        });
      }),
    ),
  );
}

// prettier-ignore
const shares = [
  'adj_r2', 'within_r2', 'between_r2', 'overall_r2', 'transformed_r2', 'adj_transformed_r2',
];

export const sharesOfFit = statsIn(shares, upToOne, 'a share of the variation');

/** McFadden's R2 = 1 - ll / ll0 of counts and choices, whose log likelihoods are negative. */
export function pseudoBounds({ columns }: TableView): Checks {
  return checksOf(
    columns.map((column): Outcome => {
      const printed = column.stat('pseudo_r2');
      if (printed === undefined) return 'inapplicable';
      const isDiscrete = [...column.notes.families].every((family) =>
        ['logit', 'probit', 'poisson', 'negative binomial'].includes(family),
      );
      return statCheck(column, 'pseudo_r2', printed, {
        involves: ['pseudo_r2'],
        worked: '1 - ll / ll0',
        ...boundedBy(printed, upToOne),
        ...((!isDiscrete || column.notes.families.size === 0) && { severity: 'doubtful' as const }),
      });
    }),
  );
}

/** A coefficient and its t have the same sign, where no error is printed and the table does not print |t|. */
export function tSign({ columns }: TableView): Checks {
  return checksOf(columns.flatMap((column) => column.rows.map((row) => signOf(column, row))));
}

function signOf(column: ColumnView, row: RowView): Outcome {
  const field = row.number('t') === undefined ? 'z' : 't';
  const [b, t] = [row.number('coef'), row.number(field)];
  const isRatio = b !== undefined && t !== undefined && row.number('se') === undefined;
  if (!isRatio || column.notes.rescaled || b.value === 0 || t.value === 0) return 'inapplicable';
  const printsAbsolute = column.rows.every((rowView) => (rowView.number(field)?.value ?? 0) >= 0);
  if (printsAbsolute) return 'inapplicable';
  return {
    place: { table: column.table, column: column.column, row: row.row },
    subject: { field },
    involves: ['coef', field],
    printed: t.text,
    worked: say('a coefficient of {}', b.text),
    agrees: () => b.value < 0 === t.value < 0,
    possible: b.value < 0 ? { low: -Infinity, high: 0 } : notNegative,
    decision: false,
  };
}

/** The lower end of an interval is not above the upper one. */
export function intervalOrder({ columns }: TableView): Checks {
  return checksOf(
    columns.flatMap((column) =>
      column.rows.map((row): Outcome => {
        const [low, high] = [row.number('ci_low'), row.number('ci_high')];
        if (low === undefined || high === undefined) return 'inapplicable';
        return {
          place: { table: column.table, column: column.column, row: row.row },
          subject: { field: 'ci_high' },
          involves: ['ci_low', 'ci_high'],
          printed: high.text,
          worked: say('an interval from {}', low.text),
          ...comparison(rounded(high), (rounding) => ({
            low: rounded(low)(rounding).low,
            high: Infinity,
          })),
        };
      }),
    ),
  );
}

/** A standard deviation is not negative. */
export function sdSign({ columns }: TableView): Checks {
  const ofVariable = (column: ColumnView, variable: VariableView): Outcome => {
    const printed = variable.stat('sd');
    if (printed === undefined) return 'inapplicable';
    return {
      place: { table: column.table, column: column.column, row: variable.row },
      subject: { stat: 'sd' },
      involves: ['sd'],
      printed: printed.text,
      worked: say('a standard deviation'),
      ...boundedBy(printed, notNegative),
    };
  };
  return checksOf(
    columns.flatMap((column) => column.variables.map((variable) => ofVariable(column, variable))),
  );
}
