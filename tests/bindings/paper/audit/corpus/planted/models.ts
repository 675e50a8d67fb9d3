/** Impossible coefficients, errors, statistics, p-values and intervals of models. */
import * as basic from '../studies/basic.js';
import type { Study } from '../studies/study.js';
import { inBrackets, inParentheses } from '../style.js';
import { cell, fixedStyle, plant, type Planted, shifted, stars, under } from './plant.js';

const classical = basic.nested(3);
const robust = basic.nested(4);
const clustered = basic.nested(5);
const t = fixedStyle([inParentheses('t')]);
const both = fixedStyle([inParentheses('se'), inBrackets('t')]);
const withP = fixedStyle([inParentheses('se'), inBrackets('p')]);
const interval = fixedStyle([inParentheses('se'), inBrackets('ci')]);
const all = fixedStyle(
  [inParentheses('se'), inParentheses('t'), inParentheses('p'), inParentheses('ci')],
  { legend: {} },
);
const four = fixedStyle([inParentheses('se')], { number: (value) => value.toFixed(4) });

/** The row and the column of the term with the largest p-value in the last column. */
const weakest = ({ fits }: Study): readonly [row: number, column: number] => {
  const terms = fits.at(-1)!.terms.filter(({ role }) => role === 'slope');
  const largest = Math.max(...terms.map(({ p }) => p));
  return [terms.findIndex(({ p }) => p === largest), fits.length - 1];
};

export const coefficientsOfModels: readonly Planted[] = [
  plant(
    'three stars on an estimate with p above 0.3',
    'esttab, LaTeX',
    classical,
    cell(...weakest(classical), stars('***')),
  ),
  plant(
    'three stars on an estimate with p above 0.3',
    'esttab, HTML',
    robust,
    cell(...weakest(robust), stars('***')),
  ),
  plant(
    'two stars where t is below one',
    'Chinese, Markdown',
    clustered,
    cell(...weakest(clustered), stars('**')),
  ),
  plant('no star at t above 10, classical errors', 'pipe table', classical, cell(0, 2, stars(''))),
  plant('no star at t above 10, robust errors', 'plain CSV', robust, cell(0, 1, stars(''))),
  plant('one star where p is below 0.0001', 'kableExtra, LaTeX', classical, cell(0, 1, stars('*'))),
  plant('fewer stars at a larger t, clustered errors', 'panels, LaTeX', clustered, (table) =>
    cell(0, 2, stars('*'))(cell(1, 2, stars('**'))(table)),
  ),
  plant(
    't of the other sign than the coefficient',
    'longtable',
    classical,
    cell(
      0,
      1,
      under(0, (text) => `-${text}`),
    ),
    t,
  ),
  plant(
    't of the other sign than the coefficient, with errors',
    'flextable, Word',
    robust,
    cell(
      0,
      1,
      under(1, (text) => `-${text}`),
    ),
    both,
  ),
  plant(
    't is not the ratio, errors and t below',
    'journal, LaTeX with spans',
    classical,
    cell(1, 2, under(1, shifted(1.4))),
    both,
  ),
  plant(
    't is not the ratio, in columns',
    'columns Coef. SE t P>|t|, Markdown',
    classical,
    cell(1, 2, under(1, shifted(-1.2))),
    all,
  ),
  plant(
    't is not the ratio, Stata output',
    'Stata output',
    robust,
    cell(0, 3, under(1, shifted(3))),
    all,
  ),
  plant(
    'p is not that of t, in columns',
    'columns Coef. SE t p CI, CSV',
    classical,
    cell(
      ...weakest(classical),
      under(2, () => '0.043'),
    ),
    all,
  ),
  plant(
    'p is not that of coef and error',
    'booktabs and siunitx',
    clustered,
    cell(
      ...weakest(clustered),
      under(1, () => '0.003'),
    ),
    withP,
  ),
  plant(
    'a negative standard error',
    'outreg2, LaTeX',
    classical,
    cell(
      1,
      1,
      under(0, (text) => `-${text}`),
    ),
  ),
  plant(
    'a p-value above one',
    'summary of R',
    robust,
    cell(
      ...weakest(robust),
      under(2, () => '1.240'),
    ),
    all,
  ),
  plant(
    'a negative p-value',
    'pipe table',
    robust,
    cell(
      ...weakest(robust),
      under(1, () => '-0.240'),
    ),
    withP,
  ),
  plant(
    'an interval that is not centred',
    'errors behind coefficients',
    classical,
    cell(
      0,
      1,
      under(1, (text) => text.replace(/[\d.]+$/, (high) => shifted(4)(high))),
    ),
    interval,
  ),
  plant(
    'an interval too narrow for its error',
    'line breaks in cells',
    classical,
    cell(0, 0, ({ coef }) => ({
      below: [classicalError(), `[${shifted(-0.2)(coef)}, ${shifted(0.2)(coef)}]`],
    })),
    interval,
  ),
  plant(
    'an interval without zero where p is 0.4',
    'sjPlot, HTML',
    classical,
    cell(0, 1, (one) => ({ below: [one.below[0]!, '(0.412)'] })),
    fixedStyle([inParentheses('ci'), inParentheses('p')], { legend: {} }),
  ),
  plant(
    'the ends of an interval exchanged',
    'modelsummary, HTML',
    classical,
    cell(
      0,
      1,
      under(0, (text) => text.split(', ').reverse().join(', ')),
    ),
    fixedStyle([inBrackets('ci')]),
  ),
  plant(
    'a coefficient a tenth as large',
    'texreg, LaTeX',
    robust,
    cell(0, 2, ({ coef }) => ({ coef: (Number(coef) / 10).toFixed(3) })),
  ),
  plant(
    'an error ten times as large, decimal commas',
    'tabularx with decimal commas',
    classical,
    cell(
      0,
      1,
      under(0, (text) => (10 * Number(text.replace(',', '.'))).toFixed(3).replace('.', ',')),
    ),
    fixedStyle([inParentheses('se')], {
      decimal: ',',
      number: (value) => value.toFixed(3).replace('.', ','),
      statistic: (value) => value.toFixed(2).replace('.', ','),
    }),
  ),
  plant(
    'three stars on an estimate with p above 0.3, esttab on the screen',
    'esttab, text',
    classical,
    cell(...weakest(classical), stars('***')),
    four,
  ),
  plant(
    'three stars on an estimate with p above 0.3, errors to the right',
    'tabs, errors to the right',
    classical,
    cell(...weakest(classical), stars('***')),
  ),
];

function classicalError(): string {
  return `(${classical.fits[0]!.terms[0]!.se.toFixed(3)})`;
}
