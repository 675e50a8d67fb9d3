/**
 * Elementary functions of whole vectors. They come from AssemblyScript's own library, compiled into the
 * module, so the same bits come out in every engine; errors stay below one unit in the last place.
 */
import { get, set } from '../memory/layout';

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
