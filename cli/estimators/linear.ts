/** Options for linear models. */
import { numberOrText } from '../numbers.js';
import type { CommandOption, OptionValues } from './describe.js';

/** Options of all linear models. The small-sample factor has different defaults and is not among them. */
export const sampleOptions: readonly CommandOption[] = [
  { flags: '--unit <column>', help: 'column of the units, for lags and differences' },
  { flags: '--time <column>', help: 'column of the periods' },
  {
    flags: '--step <number>',
    help: 'distance between two periods (default: 1)',
    read: numberOrText,
  },
  {
    flags: '--frequency <name>',
    help: 'unit of the periods: day, week, month, quarter, half or year (default: that of the dates)',
  },
  { flags: '--where <condition>', help: 'rows to keep, such as "year >= 1978"' },
  { flags: '--weights <spec>', help: 'COLUMN:TYPE with type analytic, frequency or probability' },
  { flags: '--order <column>', help: 'column that orders the rows for hac (default: --time)' },
  { flags: '--kernel <name>', help: 'bartlett (default), parzen or qs (quadratic spectral)' },
];

export const linearOptions: readonly CommandOption[] = [
  ...sampleOptions,
  {
    flags: '--vcov <spec>',
    help: 'unadjusted, robust, HC0 to HC4, cluster:COLUMNS (also CV1, CV2, CV3), hac:LAGS or driscoll-kraay:LAGS, where LAGS may be auto',
  },
  {
    flags: '--no-small',
    help: 'leave out the small-sample factor; use z and chi-squared instead of t and F',
  },
];

/** `--unit id --time year --step 1`; undefined if neither column is named. */
export function panelKeys({ unit, time, step, frequency }: OptionValues): unknown {
  return unit === undefined && time === undefined ? undefined : { unit, time, step, frequency };
}

/** `emp:analytic`, split at the last colon. */
export function weightKeys({ weights }: OptionValues): unknown {
  if (typeof weights !== 'string') return undefined;
  const [, column, type] = /^(.*?)(?::([^:]*))?$/s.exec(weights)!;
  return { column, type };
}

/** `cluster:id,year`, `hac:4`, `hac:auto`, `HC3`. */
export function covarianceKeys({ vcov, order, kernel, small }: OptionValues): unknown {
  return { ...dependenceKeys(vcov), order, kernel, small };
}

/** The type, and the detail after its colon under its key. */
export function dependenceKeys(spec: unknown): { readonly type?: string } {
  const [, type, detail] = /^([^:]*)(?::(.*))?$/s.exec(typeof spec === 'string' ? spec : '')!;
  return {
    ...(type !== '' && { type: type! }),
    ...(detail !== undefined &&
      (takesLags(type!) ? { bandwidth: numberOrText(detail) } : { cluster: columns(detail) })),
  };
}

/** Types with a number of lags, a kernel and an order. */
export function takesLags(type: string | undefined): boolean {
  return type === 'hac' || type === 'driscoll-kraay';
}

function columns(list: string): string[] {
  return list.split(',').map((column) => column.trim());
}
