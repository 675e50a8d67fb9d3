/** Formulas, row filters and expressions in coefficients: pieces of their languages, and deep or long ones. */
import { delta, type FitResult, fitModel, type TestedFit, wald } from 'wasmetrics';
import type { Draw } from '../damage.js';
import type { Target, Trial } from '../target.js';
import { damagedText, joined, pick, repeatedPart } from '../texts.js';
import { simulate } from '../../properties/panels.js';

const data = simulate({ units: 12, periods: 5, seed: 3 });

// prettier-ignore
const pieces = [
  'y',
    'x1',
    'z1',
    'unit',
    'time',
    '`x 1`',
    '``',
    'ghost',
    '_',
    'é',
    '1',
    '0',
    '-1',
    '2.5',
    '1e9',
  'L.', 'L2.', 'L(0:2).', 'L(2:0).', 'D.', 'F3.', 'L1001.', 'i(', 'i(time)', 'i(time, ref=3)',
  'log(',
    'exp(',
    'sqrt(',
    'abs(',
    '(',
    ')',
    ')',
    ' + ',
    ' + ',
    ' - ',
    '*',
    ':',
    '^',
    '^2',
    '/',
  '~',
    ' ~ ',
    '|',
    ' | ',
    ',',
    '=',
    '==',
    '!=',
    '<',
    '>=',
    '&&',
    '||',
    '!',
    ' in ',
    '"a"',
    "'b'",
    ' ',
];

const formulas = [
  'y ~ x1 + z1',
  'y ~ L.y + x1:z1 + i(time)',
  'log(y) ~ x1*z1^2 + D.x1',
  'y ~ z1 | unit | x1 ~ z1^2 + z1^3',
  'y ~ x1 | unit + time',
];
const filters = ['time >= 2 && !(x1 < 0.5)', 'unit in (1, 2, 3) || -y/2 > z1*3', 'time == 2'];
const expressions = [
  'x1 = z1, 2*x1 = 1',
  'x1/(1 - z1)',
  'exp(x1)*log(abs(z1)) - sqrt(2)^x1',
  '-x1^2',
];

const deep: readonly (readonly [string, string, string])[] = [
  ['(', 'x1', ')'],
  ['!', '(x1 > 1)', ''],
  ['-', 'x1', ''],
  ['abs(', 'x1', ')'],
  ['log(', 'x1', ')'],
  ['x1 > 0 && ', 'x1 > 0', ''],
  ['x1 + ', 'x1', ''],
  ['x1*', 'x1', ''],
  ['x1:', 'x1', ''],
  ['x1^', '2', ''],
  ['L.', 'x1', ''],
  ['L', '1.x1', ''],
  ['x', '1', ''],
  ['1', '', ''],
  ['x1 = ', 'x1', ''],
  ['x1, ', 'x1', ''],
  ['`', 'x1', '`'],
  ['i(', 'x1', ')'],
];

function textOf(draw: Draw, written: readonly string[]): string {
  const kind = draw(10);
  if (kind === 0) return repeatedPart(draw, deep);
  if (kind < 5) return joined(draw, pieces);
  return damagedText(draw, pick(draw, written), pieces);
}

function target(name: string, written: readonly string[], run: (text: string) => unknown): Target {
  const trial = (draw: Draw): Trial => {
    const text = textOf(draw, written);
    return { input: JSON.stringify(text), run: () => run(text) };
  };
  return { name, prepare: () => Promise.resolve(trial) };
}

const estimators = ['ols', 'panel', 'iv', 'gmm', 'dpd'] as const;
const panel = { unit: 'unit', time: 'time' } as const;

const formula: Target = {
  name: 'formula',
  prepare: () =>
    Promise.resolve((draw) => {
      const estimator = pick(draw, estimators);
      const kind = draw(4);
      const written = textOf(draw, formulas);
      const text = kind === 0 ? `y ~ ${written}` : written;
      const gmm = estimator === 'dpd' ? { gmm: [{ vars: ['y'], lags: [2, 3] }] } : {};
      const model = { estimator, formula: text, panel, ...gmm };
      const input = `${estimator} ${JSON.stringify(text)}`;
      return { input, run: () => fitModel(data, model as never) };
    }),
};

const where = target('where', filters, (text) =>
  fitModel(data, { estimator: 'ols', formula: 'y ~ x1', where: text }),
);

const expression: Target = {
  name: 'expression',
  async prepare() {
    const fit: FitResult = await fitModel(data, { estimator: 'ols', formula: 'y ~ x1 + z1' });
    const many = manyCoefficients(448);
    return (draw) => {
      const text = textOf(draw, expressions);
      const tested = draw(8) === 0 ? many : fit;
      const test = draw(2) === 0 ? wald : delta;
      return { input: `${test.name} ${JSON.stringify(text)}`, run: () => test(tested, text) };
    };
  },
};

function manyCoefficients(count: number): TestedFit {
  const names = Array.from({ length: count }, (_, i) => `industry=${i}`);
  const values = names.map((_, i) => names.map((__, j) => (i === j ? 1 : 0)));
  return {
    params: Object.fromEntries(names.map((name) => [name, 1])),
    vcov: { type: 'unadjusted', names, values, factor: 1 },
    statistic: 't',
    dfResid: 1000,
    level: 0.95,
  };
}

export const texts = [formula, where, expression];
