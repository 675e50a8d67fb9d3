/** Models by maximum likelihood: Newton's method with derivatives by differences. */
import { type Fit, type Term, termOf } from '../fit.js';
import { chiTail, twoSided } from './laws.js';
import { inverse, times } from './matrix.js';
import type { Row } from './linear.js';

/** The lower tail of the normal law. */
function normal(x: number): number {
  return x > 0 ? 1 - twoSided(x, Infinity) / 2 : twoSided(x, Infinity) / 2;
}

type Contribution = (row: Row, theta: readonly number[]) => number;

function maximum(rows: readonly Row[], start: readonly number[], of: Contribution) {
  const total = (theta: readonly number[]) => rows.reduce((sum, row) => sum + of(row, theta), 0);
  let theta = [...start];
  let information: number[][] = [];
  for (let round = 0; round < 25; round++) {
    const h = theta.map((value) => 1e-4 * Math.max(1, Math.abs(value)));
    const at = (i: number, a: number, j = i, c = 0) =>
      total(theta.map((value, m) => value + (m === i ? a * h[m]! : 0) + (m === j ? c * h[m]! : 0)));
    const centre = total(theta);
    const gradient = theta.map((_, i) => (at(i, 1) - at(i, -1)) / (2 * h[i]!));
    information = theta.map((_, i) =>
      theta.map((__, j) =>
        i === j
          ? -(at(i, 1) - 2 * centre + at(i, -1)) / (h[i]! * h[i]!)
          : -(at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1)) /
            (4 * h[i]! * h[j]!),
      ),
    );
    const step = times(inverse(information), gradient);
    let size = 1;
    while (
      size > 1e-6 &&
      !(total(theta.map((value, i) => value + size * step[i]!)) >= centre - 1e-9)
    )
      size /= 2;
    theta = theta.map((value, i) => value + size * step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-7) break;
  }
  return { theta, variance: inverse(information), ll: total(theta) };
}

export interface Likelihood {
  readonly rows: readonly Row[];
  readonly outcome: string;
  readonly slopes: readonly string[];
  readonly head?: string;
  readonly words?: Readonly<Record<string, string>>;
}

const index = (row: Row, slopes: readonly string[], theta: readonly number[]) =>
  slopes.reduce((sum, name, i) => sum + theta[i]! * row[name]!, theta[slopes.length] ?? 0);

type Family = 'logit' | 'probit' | 'poisson' | 'tobit';

const contributions: Readonly<
  Record<Family, (y: number, eta: number, more: readonly number[]) => number>
> = {
  logit: (y, eta) => y * eta - Math.log(1 + Math.exp(eta)),
  probit: (y, eta) => Math.log(normal(y > 0 ? eta : -eta)),
  poisson: (y, eta) => y * eta - Math.exp(eta),
  tobit: (y, eta, [sigma = 1]) =>
    y > 0
      ? -Math.log(sigma) - 0.5 * Math.log(2 * Math.PI) - 0.5 * ((y - eta) / sigma) ** 2
      : Math.log(normal(-eta / sigma)),
};

/** Logit, probit, Poisson and Tobit with an intercept; statistics are z. */
export function likelihoodFit(family: Family, task: Likelihood): Fit {
  const { rows, outcome, slopes } = task;
  const more = family === 'tobit' ? [1] : [];
  const fit = (names: readonly string[]) =>
    maximum(rows, [...names.map(() => 0), 0.1, ...more], (row, theta) =>
      contributions[family](row[outcome]!, index(row, names, theta), theta.slice(names.length + 1)),
    );
  const names = [
    ...slopes.map((name) => [name, 'slope'] as const),
    ['Constant', 'constant'] as const,
    ...more.map(() => ['sigma', 'ancillary'] as const),
  ];
  return fitOf(task, names, [fit(slopes), fit([])], family);
}

/** Ordered probit with three answers, 1 to 3. */
export function orderedFit(task: Likelihood): Fit {
  const { rows, outcome, slopes } = task;
  const fit = (names: readonly string[]) =>
    maximum(rows, [...names.map(() => 0), -0.5, 0.5], (row, theta) => {
      const eta = index(row, names, [...theta.slice(0, names.length), 0]);
      const [low, high] = theta.slice(names.length) as [number, number];
      const y = row[outcome]!;
      const share =
        (y < 3 ? normal((y === 1 ? low : high) - eta) : 1) -
        (y > 1 ? normal((y === 2 ? low : high) - eta) : 0);
      return Math.log(Math.max(share, 1e-300));
    });
  const names = [
    ...slopes.map((name) => [name, 'slope'] as const),
    ['/cut1', 'ancillary'] as const,
    ['/cut2', 'ancillary'] as const,
  ];
  return fitOf(task, names, [fit(slopes), fit([])], 'ordered probit');
}

function fitOf(
  { rows, outcome, head, words = {}, slopes }: Likelihood,
  names: readonly (readonly [string, Term['role']])[],
  [full, empty]:
    | (readonly ReturnType<typeof maximum>[] & { readonly length: 2 })
    | readonly [ReturnType<typeof maximum>, ReturnType<typeof maximum>],
  family: string,
): Fit {
  const { theta, variance, ll } = full!;
  const terms = names.map((name, i) =>
    termOf(name, [theta[i]!, Math.sqrt(variance[i]![i]!)], Infinity),
  );
  const n = rows.length;
  const chi2 = 2 * (ll - empty!.ll);
  return {
    head: head ?? family,
    outcome,
    law: 'z',
    terms,
    words,
    stats: {
      n,
      ll,
      pseudoR2: 1 - ll / empty!.ll,
      chi2,
      chi2Df: slopes.length,
      chi2P: chiTail(chi2, slopes.length),
      aic: -2 * ll + 2 * names.length,
      bic: -2 * ll + Math.log(n) * names.length,
      ymean: rows.reduce((sum, row) => sum + row[outcome]!, 0) / n,
    },
  };
}
