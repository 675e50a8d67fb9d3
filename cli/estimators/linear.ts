/** Options of the commands of linear models. */
import { number } from './number.js';
import type { CommandOption, OptionValues } from './describe.js';

/** What all linear models have but the small-sample factor, whose default differs. */
export const sampleOptions: readonly CommandOption[] = [
  { flags: '--unit <column>', help: 'column of the units, for lags and differences' },
  { flags: '--time <column>', help: 'column of the periods' },
  { flags: '--step <number>', help: 'distance of two periods (default: 1)', read: number },
  { flags: '--where <condition>', help: 'rows to keep, such as "year >= 1978"' },
  { flags: '--weights <spec>', help: 'COLUMN:TYPE, type analytic, frequency or probability' },
  { flags: '--order <column>', help: 'column that orders the rows for hac (default: --time)' },
  { flags: '--kernel <name>', help: 'bartlett (the default), parzen or qs' },
];

export const linearOptions: readonly CommandOption[] = [
  ...sampleOptions,
  {
    flags: '--vcov <spec>',
    help: 'unadjusted, robust, HC0 to HC4, cluster:COLUMNS (also CV1, CV2, CV3), hac:LAGS or driscoll-kraay:LAGS, with auto for LAGS',
  },
  { flags: '--no-small', help: 'no small-sample factor; z and chi-squared for t and F' },
];

/** `--unit id --time year --step 1`; nothing when neither column is named. */
export function panelKeys({ unit, time, step }: OptionValues): unknown {
  return unit === undefined && time === undefined ? undefined : { unit, time, step };
}

/** `emp:analytic`; the last colon counts. */
export function weightKeys({ weights }: OptionValues): unknown {
  if (typeof weights !== 'string') return undefined;
  const [, column, type] = /^(.*?)(?::([^:]*))?$/s.exec(weights)!;
  return { column, type };
}

/** `cluster:id,year`, `hac:4`, `hac:auto`, `HC3`. */
export function covarianceKeys({ vcov, order, kernel, small }: OptionValues): unknown {
  return { ...dependenceKeys(vcov), order, kernel, small };
}

/** The type and the detail after its colon, by the key that it belongs to. */
export function dependenceKeys(spec: unknown): { readonly type?: string } {
  const [, type, detail] = /^([^:]*)(?::(.*))?$/s.exec(typeof spec === 'string' ? spec : '')!;
  return {
    ...(type !== '' && { type: type! }),
    ...(detail !== undefined &&
      (takesLags(type!) ? { bandwidth: number(detail) } : { cluster: columns(detail) })),
  };
}

/** Types that are told a number of lags, a kernel and an order. */
export function takesLags(type: string | undefined): boolean {
  return type === 'hac' || type === 'driscoll-kraay';
}

function columns(list: string): string[] {
  return list.split(',').map((column) => column.trim());
}
