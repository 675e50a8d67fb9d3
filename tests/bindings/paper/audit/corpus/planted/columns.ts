/** Impossible statistics of models. */
import * as basic from '../studies/basic.js';
import * as instruments from '../studies/instruments.js';
import * as limited from '../studies/limited.js';
import { inParentheses } from '../style.js';
import { cell, fixedStyle, plant, type Planted, shifted, stat } from './plant.js';

const classical = basic.nested(3);
const robust = basic.nested(4);

export const columnsOfModels: readonly Planted[] = [
  plant(
    'R2 above one',
    'stargazer, HTML',
    robust,
    stat(/^R</, 1, () => '1.204'),
  ),
  plant(
    'a negative R2 with an intercept',
    'kableExtra, LaTeX',
    classical,
    stat(/^R2$/, 1, () => '-0.312'),
  ),
  plant(
    'adjusted R2 above R2',
    'Chinese, Word',
    classical,
    stat(/^调整/, 0, () => '0.895'),
  ),
  plant('adjusted R2 that many regressors do not allow', 'esttab, CSV', classical, (table) =>
    stat(
      /^Adj/,
      2,
      () => '0.435',
    )(stat(/^R-squared/, 2, () => '0.435')(stat(/^N$/, 2, () => '40')(table))),
  ),
  plant(
    'R2 falls when a regressor joins',
    'esttab, LaTeX',
    classical,
    stat(/\(R/, 2, shifted(-0.2)),
  ),
  plant(
    'the log likelihood falls when a regressor joins',
    'texreg, LaTeX',
    limited.counts(3),
    stat(/^Log/, 1, shifted(-40)),
  ),
  plant(
    'F that R2 does not allow',
    'esttab, HTML',
    classical,
    stat(/^F-stat/, 2, () => '412.50'),
    fixedStyle([inParentheses('se')]),
  ),
  plant(
    'a negative F',
    'outreg2, Word',
    robust,
    stat(/^F-stat/, 1, (text) => `-${text}`),
  ),
  plant(
    'a negative number of observations',
    'modelsummary, HTML',
    robust,
    stat(/^Num/, 1, (text) => `-${text}`),
  ),
  plant(
    'an interaction that is not the difference of the parts',
    'journal, LaTeX with spans',
    basic.splitFull(3),
    (table) =>
      cell(
        table.rows.findIndex(({ label }) => /Treatment × large|× large/.test(label)),
        2,
        ({ coef }) => ({ coef: shifted(9)(coef), stars: '', below: ['(99.000)'] }),
      )(table),
  ),
  plant(
    '2SLS that is not reduced form over first stage',
    'journal, LaTeX with spans',
    instruments.instruments(3),
    cell(0, 3, ({ coef }) => ({ coef: shifted(20)(coef), stars: '***' })),
  ),
  plant(
    'a pseudo R2 above one',
    'esttab, HTML',
    limited.binary(2),
    stat(/^Pseudo/, 1, () => '1.310'),
  ),
  plant(
    'p of Hansen above one',
    'pipe table',
    instruments.dynamic(2),
    stat(/^Hansen/, 1, () => '1.412'),
  ),
  plant(
    'more groups than observations',
    'outreg2, LaTeX',
    instruments.dynamic(3),
    stat(/^Number of id/, 1, () => '9412'),
  ),
  plant(
    'a negative RMSE',
    'labels over two rows, HTML',
    classical,
    stat(/^RMSE/, 1, (text) => `-${text}`),
  ),
];
