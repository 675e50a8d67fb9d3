/** Every key of a table changes each format, or a sentence says that it does not. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { bootstrap, fit, type FitResult, withBootstrap } from 'wasmetrics';
import { describeData, type Description, readTable } from 'wasmetrics/data';
import {
  descriptiveTable,
  type DescriptiveStatistic,
  type PaperTable,
  regressionTable,
  renderTable,
  tableFormats,
  type TableFormat,
  tableFormatWarnings,
  type TableSpec,
} from 'wasmetrics/report';

import { every } from '../../../../every.js';

const csv = new URL('../../../../../examples/abdata.csv', import.meta.url);

let fits: FitResult[];
let described: Description;
/** The tables without a key, by format and what they start from. */
const plain = new Map<string, Promise<string>>();
beforeAll(async () => {
  const table = await readTable(readFileSync(csv));
  const panel = { unit: 'id', time: 'year' };
  const ols = await fit(table, {
    estimator: 'ols',
    formula: 'n ~ w + k + yr1984 + i(year)',
    where: 'year < 1978',
  });
  fits = [
    withBootstrap(
      ols,
      await bootstrap(ols, { scheme: 'cluster', cluster: 'id', reps: 49, seed: 1 }),
    ),
    await fit(table, { estimator: 'panel', formula: 'n ~ w + k', panel }),
  ];
  const columns = ['n', 'w', 'k'];
  described = await describeData(table, { columns, by: 'yr1984', unit: 'id', time: 'year' });
});

const panels = [
  { title: 'Small', models: [1] },
  { title: 'Large', models: [2] },
];

const twice = ['Once', 'Again'].map((title) => ({ title, models: [1, 2] }));

/** What each key adds to the text of a table, and the keys of the table to which it is added. */
const keys: Readonly<
  Record<string, readonly [TableSpec, shows: RegExp | undefined, to?: TableSpec]>
> = {
  title: [{ title: 'Employment by firm' }, /Employment by firm/],
  columns: [{ columns: ['Levels', 'Deviations'] }, /Levels[^]*Deviations/],
  spans: [{ spans: [{ head: 'Both', over: [1, 2] }] }, /Both/],
  'spans, two lines': [
    {
      spans: [
        { head: 'Upper', over: [1, 2] },
        { head: 'Lower', over: [1, 1], level: 1 },
      ],
    },
    /Upper[^]*Lower/,
  ],
  panels: [{ panels }, /Small/],
  'layout, merged': [{ layout: 'merged' }, /Again/, { panels: twice }],
  'layout, side': [{ layout: 'side' }, /Small[^]*Large/, { panels }],
  vcov: [{ vcov: ['HC3', null] }, /HC3/],
  omitted: [{ omitted: true }, /yr1984/],
  'spans, none': [{ spans: [] }, undefined],
  numbers: [{ columns: ['Levels', 'Within'], numbers: true }, /\(1\)[^]*Levels/],
  yesNo: [{ rows: { Controls: [true, false] }, yesNo: ['✓', '–'] }, /✓|checkmark/],
  keep: [{ keep: ['w'] }, undefined],
  drop: [{ drop: ['k'] }, undefined],
  terms: [{ terms: { w: 'Log wage' } }, /Log wage/],
  fold: [{ fold: { Dummies: ['/^year=/'] } }, /Dummies/],
  indicate: [{ indicate: ['year'] }, /year indicators/],
  'indicate, named': [{ indicate: { Calendar: ['year'] } }, /Calendar/],
  'terms, one row': [{ terms: { w: 'Prices', k: 'Prices' } }, /Prices/],
  level: [{ below: ['interval'], level: 0.9 }, /90\\?% confidence/],
  exponentiate: [{ exponentiate: true }, /exponentiated/],
  standardize: [{ standardize: true }, /standard deviations of the outcome/],
  labels: [{ labels: { k: 'Log capital' } }, /Log capital/],
  'labels, formula': [{ labels: { k: 'math:\\beta_1^2' } }, /β₁²|βᵢ|beta|β/],
  digits: [{ digits: 5 }, /0\.\d{5}/],
  below: [{ below: ['stdError', 'interval'] }, /95\\?% confidence/],
  'below, bootstrap': [{ below: ['stdError', 'wildP'] }, /bootstrap p-values/],
  'below, bootstrap interval': [{ below: ['bootstrapInterval'] }, /bootstrap confidence/],
  cells: [{ cells: ['{estimate} / {stdError}'] }, /\d \/ \d/],
  stars: [{ stars: { '+': 0.2 } }, /\+/],
  rows: [{ rows: { Controls: [true, false] } }, /Controls/],
  'rows, estimator': [{ rows: { estimator: true } }, /Estimator/],
  'rows, errors': [{ rows: { vcov: true } }, /Standard errors/],
  stats: [{ stats: ['nobs', 'rmse'] }, /RMSE/],
  notes: [{ notes: ['Source: firms.'] }, /Source: firms/],
  headings: [{ headings: { 'Firm variables': 'w' } }, /Firm variables/],
  shape: [{ shape: 'columns' }, undefined],
  style: [{ style: 'aer' }, /Notes: /],
  language: [{ language: 'zh' }, /观测/],
  decimal: [{ decimal: ',' }, undefined],
  leadingZero: [{ leadingZero: false }, /\(\.\d{3}\)|\(&quot;\.000/],
  wide: [{ wide: 'split' }, undefined],
  'wide, sideways': [{ wide: 'sideways' }, undefined],
  'wide, scaled': [{ wide: 'scale' }, undefined],
  long: [{ long: 'pages' }, undefined],
  pageBreak: [{ pageBreak: true }, undefined],
  font: [{ font: { family: 'Noto Sans', size: 7 } }, undefined],
  widths: [{ widths: { labels: 12, columns: 30 } }, undefined],
  'styles, bold': [{ styles: [{ rows: ['w'], bold: true }] }, undefined],
  'styles, italic': [{ styles: [{ columns: [1], when: 'starred', italic: true }] }, undefined],
  'styles, colour': [{ styles: [{ rows: ['w'], color: '#b00000' }] }, undefined],
  'styles, background': [{ styles: [{ rows: ['w'], fill: '#eeeeee' }] }, undefined],
};

/** Keys that change a table only if it does not fit, is long, or already was so. */
const already: Readonly<Record<string, readonly string[]>> = {
  wide: drawnIn('text', 'markdown', 'html', 'latex', 'typst', 'quarto', 'docx', 'pdf'),
  'wide, scaled': drawnIn('typst', 'docx', 'quarto', 'pdf'),
  long: drawnIn('docx', 'html', 'pdf'),
  pageBreak: drawnIn('docx', 'pdf'),
};

function drawnIn(...formats: readonly string[]): readonly string[] {
  return formats;
}

/** The text of a file, of all its parts if it is an archive. */
async function written(table: PaperTable, format: TableFormat): Promise<string> {
  const file = await renderTable(table, format);
  if (typeof file === 'string') return file;
  if (format === 'pdf' || format === 'png') return Buffer.from(file).toString('latin1');
  return Object.values(unzipSync(file))
    .map((part) => strFromU8(part))
    .join('\n');
}

/** The text of a table without the key, which is written once. */
function without(spec: TableSpec, format: TableFormat): Promise<string> {
  const key = format + JSON.stringify(spec);
  const known = plain.get(key) ?? written(regressionTable(fits, spec), format);
  plain.set(key, known);
  return known;
}

it.each(Object.entries(keys))('%s', (name, [spec, shows, to = {}]) =>
  every(
    tableFormats,
    (format) => format,
    async (format) => {
      const table = regressionTable(fits, { ...to, ...spec });
      const text = await written(table, format);
      const refused = tableFormatWarnings(table, format).some((one) => /no effect/.test(one));
      if (refused) return expect(format).not.toBe('json');
      if (already[name]?.includes(format) !== true) {
        expect(text).not.toBe(await without(to, format));
      }
      const isDrawn = format === 'pdf' || format === 'png';
      const read = format === 'docx' ? text.replace(/<[^>]*>/g, '') : text;
      if (shows !== undefined && !isDrawn && !/cells|digits/.test(name))
        expect(read).toMatch(shows);
    },
  ),
);

const descriptive: readonly DescriptiveStatistic[] = [
  ...(['n', 'missing', 'mean', 'sd', 'min', 'p25', 'median', 'p75', 'max'] as const),
  ...(['skewness', 'kurtosis', 'distinct', 'sdBetween', 'sdWithin'] as const),
  ...(['nGroups', 'nPeriodsMean'] as const),
];

it.each(['side', 'stacked'] as const)('every statistic of a description, %s', (layout) =>
  every(
    tableFormats,
    (format) => format,
    async (format) => {
      const table = descriptiveTable(described, { stats: descriptive, layout });
      const text = (await written(table, format)).replace(/<[^>]*>/g, '\n');
      const statistics = table.body[1]!.cells.map(({ statistic }) => statistic);
      expect(new Set(statistics)).toEqual(new Set(descriptive));
      expect(table.body.flatMap(({ cells }) => cells).filter((one) => one.text === '')).toEqual([]);
      if (['pdf', 'png'].includes(format)) return expect(text.length).toBeGreaterThan(5000);
      for (const { text: number, value } of table.body.flatMap(({ cells }) => cells)) {
        const said = text.includes(number) || text.includes(number.replace('-', '−'));
        expect(said || text.includes(String(value))).toBe(true);
      }
    },
  ),
);
