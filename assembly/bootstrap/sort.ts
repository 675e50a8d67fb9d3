/** Heapsort of n doubles, ascending, in place: no recursion and no bad case. */
import { get, set } from '../memory/layout';

export function sort(n: i32, x: usize): void {
  for (let root = (n >> 1) - 1; root >= 0; --root) sift(x, root, n);
  for (let last = n - 1; last > 0; --last) {
    const value = get(x, 0);
    set(x, 0, get(x, last));
    set(x, last, value);
    sift(x, 0, last);
  }
}

/** Sinks the value at `root` until the heap below `end` is in order. */
function sift(x: usize, root: i32, end: i32): void {
  const value = get(x, root);
  let hole = root;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= end) break;
    if (child + 1 < end && get(x, child + 1) > get(x, child)) ++child;
    if (!(get(x, child) > value)) break;
    set(x, hole, get(x, child));
    hole = child;
  }
  set(x, hole, value);
}
