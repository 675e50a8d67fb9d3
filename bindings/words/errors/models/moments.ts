/** What moment conditions assume, in English. */
import { says } from '../../told.js';
import { plural } from '../../text/counts.js';

/** The first and last lag; null for all lags up to the first period. */
export type Window = readonly [from: number, to: number | null];

/**
 * What is uncorrelated with which error: instruments, as their values or as their changes, in first differences or as the
 * model transforms them. Dummies of periods have no names, and the nonlinear conditions of Ahn and Schmidt (1995, equation
 * 4) no instruments.
 */
export interface Assumption {
  readonly error: 'deviation' | 'change' | 'level' | 'diff' | 'both' | 'nonlinear';
  readonly vars?: readonly string[];
  readonly lags?: Window;
  readonly as?: 'changes' | 'transformed';
}

const errors = {
  deviation: "the deviation of this period's error from later ones",
  change: 'the change in the error',
  level: 'the unit effect and the error',
  diff: 'the transformed error',
  both: 'the errors of both equations, summed over them',
  nonlinear: "the unit effect and the error of the unit's last period T",
};

export const momentAssumption = says(
  'moment-condition',
  ({ error, vars, lags = [0, 0], as }: Assumption) => {
    const before = as === 'changes' ? 'the change in ' : '';
    const after = as === 'transformed' ? ', transformed,' : '';
    const dated = `${before}${list(vars)}${periods(lags)}${after}`;
    const what = error === 'nonlinear' ? errors.change : dated;
    return `${what} is uncorrelated with ${errors[error]}`;
  },
);

/** Writes ` lagged 2 to 4 periods`, ` lagged 2 or more periods`, ` from 1 period ahead to 2 periods ago`. */
function periods([from, to]: Window): string {
  if (from === to) return dateOf(from);
  if (from <= 0) return ` from ${moment(from)} to ${to === null ? 'the first period' : moment(to)}`;
  return ` lagged ${from} ${to === null ? 'or more' : `to ${to}`} periods`;
}

/** Nothing for the same period. */
function dateOf(lag: number): string {
  if (lag === 0) return '';
  return lag > 0 ? ` lagged ${plural(lag, 'period')}` : ` ${moment(lag)}`;
}

function moment(lag: number): string {
  if (lag === 0) return 'this period';
  const size = Math.abs(lag);
  return `${size} ${size === 1 ? 'period' : 'periods'} ${lag > 0 ? 'ago' : 'ahead'}`;
}

function list(vars: readonly string[] | undefined): string {
  if (vars === undefined) return 'each period dummy d';
  return vars.length === 1 ? vars[0]! : `each of ${vars.join(', ')}`;
}
