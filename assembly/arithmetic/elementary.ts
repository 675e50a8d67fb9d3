/**
 * Elementary functions of whole vectors. They come from AssemblyScript's library, compiled into the module, so every
 * engine returns the same bits; errors stay below one unit in the last place. `shrinkLevel` in asconfig.json chooses
 * among versions of exp, log and pow, so it is part of the numeric contract.
 */
import { get, set } from '../memory/layout';
import { DD, add, high, low, pair, widen } from './dd';
import { exp, log } from './dd-elementary';

/** out[i] = ln x[i], NaN where x[i] is not positive; out may be x. */
export function vector_log(n: i32, x: usize, out: usize): void {
  for (let i = 0; i < n; ++i) {
    const value = get(x, i);
    set(out, i, value > 0 ? NativeMath.log(value) : NaN);
  }
}

/** out[i] = e^x[i]; out may be x. */
export function vector_exp(n: i32, x: usize, out: usize): void {
  for (let i = 0; i < n; ++i) set(out, i, NativeMath.exp(get(x, i)));
}

/** outLow[i] = ln (x[i] + xLow[i]) - logs[i], where logs[i] is the logarithm in doubles. */
export function vector_log_low(n: i32, x: usize, xLow: usize, logs: usize, outLow: usize): void {
  for (let i = 0; i < n; ++i) {
    set(outLow, i, rest(log(pair(get(x, i), get(xLow, i))), get(logs, i)));
  }
}

/** outLow[i] = e^(x[i] + xLow[i]) - exps[i], where exps[i] is the exponential in doubles. */
export function vector_exp_low(n: i32, x: usize, xLow: usize, exps: usize, outLow: usize): void {
  for (let i = 0; i < n; ++i) {
    set(outLow, i, rest(exp(pair(get(x, i), get(xLow, i))), get(exps, i)));
  }
}

/** exact - value. */
function rest(exact: DD, value: f64): f64 {
  const difference = add(exact, widen(-value));
  return high(difference) + low(difference);
}
