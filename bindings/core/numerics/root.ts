const maxSteps = 200;

/**
 * A root of a continuous function with opposite signs at a and b, by default to the last bits. Uses inverse quadratic
 * interpolation if three points allow it, otherwise bisection (Chandrupatla 1997, Advances in Engineering Software 28).
 * Both ends must be finite; f may be infinite there.
 *
 * @param accuracy relative accuracy of the root
 */
export function bracketedRoot(
  f: (x: number) => number,
  a: number,
  b: number,
  accuracy = Number.EPSILON,
): number {
  let [x, y] = [b, a];
  let [fx, fy] = [f(b), f(a)];
  if (fy === 0) return y;
  for (let step = 0, share = 0.5; step < maxSteps && fx !== 0; ++step) {
    const guess = x + share * (y - x);
    if (guess === x || guess === y) break;
    const value = f(guess);
    const same = value > 0 === fx > 0;
    const [z, fz] = same ? [x, fx] : [y, fy];
    if (!same) [y, fy] = [x, fx];
    [x, fx] = [guess, value];
    const best = Math.abs(fx) < Math.abs(fy) ? x : y;
    const nearest = (accuracy * Math.abs(best)) / Math.abs(y - x);
    if (nearest > 0.5) return best;
    share = Math.min(1 - nearest, Math.max(nearest, shareOf([x, y, z], [fx, fy, fz])));
  }
  return Math.abs(fx) <= Math.abs(fy) ? x : y;
}

type Three = readonly [number, number, number];

/** Root of the inverse quadratic through three points, from 0 at x to 1 at y; 0.5 if it cannot be trusted. */
function shareOf([x, y, z]: Three, [fx, fy, fz]: Three): number {
  const xi = (x - y) / (z - y);
  const phi = (fx - fy) / (fz - fy);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  const ofY = (fx / (fy - fx)) * (fz / (fy - fz));
  const ofZ = ((z - x) / (y - x)) * (fx / (fz - fx)) * (fy / (fz - fy));
  const share = ofY + ofZ;
  return share > 0 && share < 1 ? share : 0.5;
}

/**
 * Position of a minimum of f between a and b, to within `tolerance` (b - a). A step goes to the vertex of a parabola
 * through the best three points if that is less than half the step before last. Otherwise it is a golden section
 * (Brent 1973, chapter 5). The search ends early at a point whose value is below `enough`.
 */
export function minimum(
  f: (x: number) => number,
  a: number,
  b: number,
  { tolerance, enough = -Infinity }: { readonly tolerance: number; readonly enough?: number },
): number {
  const least = tolerance * (b - a);
  const start = a + golden * (b - a);
  const first = { x: start, value: f(start) };
  const search: Search = { left: a, right: b, points: [first, first, first], moves: [0, 0] };
  for (let step = 0; step < maxSteps && search.points[0].value >= enough; ++step) {
    const { left, right } = search;
    const { x } = search.points[0];
    if (Math.abs(x - (left + right) / 2) + (right - left) / 2 <= 2 * least) break;
    const move = nextMove(search);
    search.moves = [move, search.moves[0]];
    const to = x + (Math.abs(move) >= least ? move : move > 0 ? least : -least);
    narrow(search, { x: to, value: f(to) });
  }
  return search.points[0].x;
}

const golden = (3 - Math.sqrt(5)) / 2;

interface Search {
  left: number;
  right: number;
  /** The best point so far, the second best, and the second best before that. */
  points: readonly [Point, Point, Point];
  /** The last two moves. */
  moves: readonly [number, number];
}

function nextMove({ left, right, points, moves }: Search): number {
  const { x } = points[0];
  const move = vertex(...points);
  const usable = Math.abs(move) < Math.abs(moves[1]) / 2 && x + move > left && x + move < right;
  return usable ? move : golden * ((x < (left + right) / 2 ? right : left) - x);
}

/** Updates the interval and the best points with one more point. */
function narrow(search: Search, point: Point): void {
  const [best, second, third] = search.points;
  const better = point.value <= best.value;
  const outer = better ? best : point;
  if (better ? point.x < best.x : point.x > best.x) search.right = outer.x;
  else search.left = outer.x;
  if (better) search.points = [point, best, second];
  else if (point.value <= second.value || second === best) search.points = [best, point, second];
  else if (point.value <= third.value || third === second) search.points = [best, second, point];
}

interface Point {
  readonly x: number;
  readonly value: number;
}

/** Distance from `best` to the vertex of the parabola through three points; infinite or NaN if there is none. */
function vertex(best: Point, second: Point, third: Point): number {
  const r = (best.x - second.x) * (best.value - third.value);
  const q = (best.x - third.x) * (best.value - second.value);
  return ((best.x - second.x) * r - (best.x - third.x) * q) / (2 * (q - r));
}
