/** Mistakes that users make, each with what the compiler's message has to say of it. */
export const mistakes: readonly (readonly [code: string, told: string])[] = [
  [`ols(data, { formula: 'y ~ x', vcov: 'HC9' })`, `'"HC9"'`],
  [`ols(data, { formula: 'y ~ x', vcov: 'cluster' })`, `'"cluster"'`],
  [`ols(data, { formula: 'y ~ x', vcof: 'HC1' })`, `'vcof' does not exist in type 'OlsKeys &`],
  [`ols(data, { formula: 'y ~ x', effects: 'random' })`, `'effects' does not exist`],
  [`ols(data, { estimator: 'iv', formula: 'y ~ x' })`, `'estimator' does not exist`],
  [`ols(data, 'y ~ zzz')`, `column zzz is not in the data: `],
  [`ols(data, { formula: 'y ~ log(zzz)' })`, `column zzz is not in the data: `],
  [`ols(data, { formula: 'y ~ x', where: 'zzz > 1' })`, `column zzz is not in the data: `],
  [`ols(data, { vcov: 'HC1' })`, `Property 'formula' is missing`],
  [`ols(data, 'y ~ x', { vcov: 'HC1' })`, `Expected 2 arguments, but got 3.`],
  [`ols('data.csv', 'y ~ x')`, `'string' is not assignable to parameter of type 'DataInput'`],
  [`panel(data, { formula: 'y ~ x' })`, `Property 'panel' is missing`],
  [`panel(data, { formula: 'y ~ x', panel: over, effects: 'fixed' })`, `"within"`],
  [
    `panel(data, { formula: 'y ~ x', panel: { unit: 'id', tim: 't' } })`,
    `'tim' does not exist in type 'PanelInput'. Did you mean to write 'time'?`,
  ],
  [
    `dpd(data, { formula: 'y ~ L.y', panel: over, gmm: [{ vars: 'y', lag: [2, 3] }] })`,
    `'lag' does not exist in type 'GmmGroupInput'. Did you mean to write 'lags'?`,
  ],
  [
    `dpd(data, { formula: 'y ~ L.y', panel: over, steps: 3 })`,
    `Type '3' is not assignable to type`,
  ],
  [`fit(data, { estimator: 'olss', formula: 'y ~ x' })`, `Did you mean '"ols"'?`],
  [`fit(data, { formula: 'y ~ x' })`, `Property 'estimator' is missing`],
  [`fit(data, { estimator: 'ols', formula: 'y ~ zzz' })`, `column zzz is not in the data: `],
  [`fit(data, { estimator: 'ols', formula: 'y ~ x', vcov: 'HC9' })`, `'"HC9"'`],
  [`line.params.zzz`, `Property 'zzz' does not exist`],
  [`bootstrap(line, { rep: 99 })`, `Did you mean to write 'reps'?`],
  [
    `multiverse(data, { estimator: 'ols', formula: 'y ~ x' }, { over: { vcov: ['HC9'] } })`,
    `"HC9"`,
  ],
  [`wald(line, 7)`, `'number' is not assignable to parameter of type 'string | readonly string[]'`],
  [`arrays.ols([1], [[1]], { robust: true })`, `'robust' does not exist in type 'ArrayOptions`],
  [`arrays.ols([1], [[1]], { vcov: 'cluster' })`, `Property 'cluster' is missing`],
];

const head = `import { bootstrap, dpd, fit, multiverse, ols, panel, wald } from 'wasmetrics';
import * as arrays from 'wasmetrics/estimators';
const data = { y: [1, 2], x: [2, 3], id: [1, 2], t: [1, 2] };
const over = { unit: 'id', time: 't' };
const line = await ols(data, 'y ~ x');
export const all = [bootstrap, dpd, fit, multiverse, panel, wald, arrays, over, line];
`;

/** A program with a mistake on each line after the first ones, and the number of these. */
export const program = `${head}${mistakes.map(([code]) => `${code};\n`).join('')}`;
export const headLines = head.split('\n').length - 1;
