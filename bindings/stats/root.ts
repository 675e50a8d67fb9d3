const mostSteps = 200;

/**
 * A root of a continuous function with opposite signs at a and b, to the last bit: false position with the weight of
 * an end that stays halved (Dowell and Jarratt 1971, "Illinois"), bisected where that is slow. An end may be infinite
 * in value, not in place.
 */
export function bracketedRoot(f: (x: number) => number, a: number, b: number): number {
  let [left, right] = [a, b];
  let [atLeft, atRight] = [f(left), f(right)];
  if (atLeft === 0) return left;
  for (let step = 0, kept = 0; step < mostSteps && atRight !== 0; ++step) {
    const middle = (left + right) / 2;
    if (middle === left || middle === right) break;
    const guess = right - (atRight * (right - left)) / (atRight - atLeft);
    const inside = (guess - left) * (guess - right) < 0;
    const x = inside && step % 4 !== 3 ? guess : middle;
    const value = f(x);
    if (value * atRight < 0) {
      [left, atLeft] = [right, atRight];
      kept = 0;
    } else if (++kept > 1) {
      atLeft /= 2;
    }
    [right, atRight] = [x, value];
  }
  return right;
}

/** Place of a minimum of f between a and b by golden sections, to a share `tolerance` of their distance. */
export function minimum(f: (x: number) => number, a: number, b: number, tolerance: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [a, b];
  let [x, y] = [right - golden * (right - left), left + golden * (right - left)];
  let [atX, atY] = [f(x), f(y)];
  while (right - left > tolerance * (b - a)) {
    if (atX <= atY) {
      [right, y, atY] = [y, x, atX];
      x = right - golden * (right - left);
      atX = f(x);
    } else {
      [left, x, atX] = [x, y, atY];
      y = left + golden * (right - left);
      atY = f(y);
    }
  }
  return atX <= atY ? x : y;
}
