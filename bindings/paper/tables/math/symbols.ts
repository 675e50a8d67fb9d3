/** The symbols that formulas may have, by their names in TeX. */

const lower =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho . sigma tau upsilon phi chi psi omega';
const upper =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho . Sigma Tau Upsilon Phi Chi Psi Omega';

/** The letters from this code point on. */
const greek = (names: string, first: number) =>
  names
    .split(' ')
    .map((name, i) => [name, String.fromCodePoint(first + i)] as const)
    .filter(([name]) => name !== '.');

const others: Readonly<Record<string, string>> = {
  times: '×',
  cdot: '·',
  pm: '±',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  sim: '∼',
  in: '∈',
  to: '→',
  infty: '∞',
  sum: '∑',
  prod: '∏',
  partial: '∂',
  ln: 'ln',
  log: 'log',
  exp: 'exp',
  max: 'max',
  min: 'min',
  ell: 'ℓ',
  '%': '%',
};

export const symbols: ReadonlyMap<string, string> = new Map([
  ...greek(lower, 0x3b1),
  ...greek(upper, 0x391),
  ...Object.entries(others),
]);

/** Characters of formulas besides letters and digits. */
export const operators = "+-=<>()[]|,.;:!*/'×·±≤≥≠≈−";

/** Combining characters by the commands that put them above. */
export const marks: Readonly<Record<string, string>> = {
  hat: '\u0302',
  bar: '\u0304',
  tilde: '\u0303',
  dot: '\u0307',
};
