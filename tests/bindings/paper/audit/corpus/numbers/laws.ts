/** Tails of the usual laws, by continued fractions. */

/** log Gamma by the series of Lanczos (1964). */
function logGamma(x: number): number {
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const sum = coefficients.reduce((all, c, i) => all + c / (x + i), 0.99999999999980993);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The regularised incomplete beta function, by the continued fraction of Lentz (1976). */
function beta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x),
  );
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1))];
  let fraction = d;
  for (let m = 1; m < 500; m++) {
    for (const numerator of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / (1 + numerator * d);
      c = 1 + numerator / c;
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return (front * fraction) / a;
}

/** Two-sided p of t with df degrees of freedom; of the normal law where they are infinite. */
export function twoSided(t: number, df: number): number {
  if (df === Infinity) return chiTail(t * t, 1);
  return beta(df / (df + t * t), df / 2, 0.5);
}

export function fTail(f: number, df1: number, df2: number): number {
  return beta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}

/** P(chi2(df) > x): the series of the lower tail, or the continued fraction of the upper. */
export function chiTail(x: number, df: number): number {
  const [a, y] = [df / 2, x / 2];
  if (y <= 0) return 1;
  const front = Math.exp(a * Math.log(y) - y - logGamma(a));
  if (y < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < 1000 && term > 1e-17 * sum; n++) {
      term *= y / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = y + 1 - a;
  let [c, d] = [1e300, 1 / b];
  let fraction = d;
  for (let n = 1; n < 1000; n++) {
    b += 2;
    const numerator = -n * (n - a);
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** The t that has a two-sided p, by bisection. */
export function critical(p: number, df: number): number {
  let [low, high] = [0, 1000];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (twoSided(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
