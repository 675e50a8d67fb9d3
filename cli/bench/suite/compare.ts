/** Compares times of the standard set with those of a baseline, by the noise that both measured. */
import type { Machine } from '../result.js';
import { median } from '../statistics.js';

/** What `--save` writes: all rounds of all cases. */
export interface SuiteTimes {
  readonly format: 'wasmetrics-bench-1';
  readonly machine: Machine;
  readonly cases: readonly {
    readonly name: string;
    /** The work: times of other work are not compared. */
    readonly title: string;
    /** By round, milliseconds of the processor. */
    readonly times: readonly number[];
    /** By round, milliseconds of the yardstick next to it. */
    readonly yardstick: readonly number[];
  }[];
}

export interface ComparedCase {
  readonly name: string;
  readonly title: string;
  /** Median in milliseconds of the processor. */
  readonly time: number;
  /** Standard deviation of the times in units of the yardstick, relative to them; null after one round. */
  readonly noise: number | null;
  /** The median of the baseline. */
  readonly baseline?: number;
  /** Time over that of the baseline, both in units of the yardstick. */
  readonly ratio?: number;
  /** The largest ratio that noise explains. */
  readonly limit?: number;
  /** True if the ratio is above the limit, and the machine is that of the baseline. */
  readonly isSlower?: boolean;
}

/** Whether times of two machines may be compared: processor, number of cores, and the major version of Node. */
export function isSameMachine(a: Machine, b: Machine): boolean {
  const major = ({ node }: Machine) => node.split('.')[0];
  return a.cpu === b.cpu && a.cores === b.cores && major(a) === major(b);
}

/** Rounds of both files, below which their spread says too little of the noise. */
export const LEAST_ROUNDS = 3;
/** Noise is not taken to be below this: few rounds may agree by chance. */
const LEAST_NOISE = 0.01;
/** Standard errors of the difference of two medians within which a ratio is noise. */
const ERRORS = 4;

export function compareTimes(now: SuiteTimes, baseline: SuiteTimes | undefined): ComparedCase[] {
  const isSame = baseline !== undefined && isSameMachine(now.machine, baseline.machine);
  return now.cases.map((one) => {
    const { name, title } = one;
    const current = summaryOf(one);
    const other = baseline?.cases.find((base) => base.name === name && base.title === title);
    const { time, noise } = current;
    if (other === undefined) return { name, title, time, noise };
    const before = summaryOf(other);
    const ratio = Math.exp(current.log - before.log);
    const limit = Math.exp(ERRORS * Math.hypot(current.error, before.error));
    return {
      name,
      title,
      time,
      noise,
      baseline: before.time,
      ratio,
      limit,
      isSlower: isSame && ratio > limit,
    };
  });
}

/** The time of a case, its noise, and the logarithm of its ratio to the yardstick with a standard error. */
export function summaryOf({ times, yardstick }: SuiteTimes['cases'][number]) {
  const logs = times.map((time, round) => Math.log(time / yardstick[round]!));
  const log = median(logs);
  const noise = Math.max(LEAST_NOISE, spreadOf(logs, log));
  // The standard error of a median is that of a mean times the root of pi/2.
  const error = (noise * Math.sqrt(Math.PI / 2)) / Math.sqrt(logs.length);
  return { time: median(times), noise: logs.length === 1 ? null : noise, log, error };
}

/** The larger of the standard deviation and the one that deviations from the median tell: few rounds miss some noise. */
function spreadOf(logs: readonly number[], middle: number): number {
  const robust = 1.4826 * median(logs.map((value) => Math.abs(value - middle)));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const squares = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.max(robust, Math.sqrt(squares / Math.max(1, logs.length - 1)));
}
