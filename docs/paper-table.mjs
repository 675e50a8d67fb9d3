/** Draws docs/paper-table.svg, the table in `docs/how-to/tables.md`. Run after `npm run build`: `node docs/paper-table.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { dpd, iv, ols } from '../dist/esm/index.js';
import { readTable } from '../dist/esm/data.js';
import { regressionTable, renderTable } from '../dist/esm/report.js';

const file = (path) => new URL(path, import.meta.url);
const data = await readTable(readFileSync(file('../examples/abdata.csv')));
const panel = { unit: 'id', time: 'year' };
const vcov = { type: 'cluster', cluster: 'id' };

const fits = [
  await ols(data, { formula: 'n ~ w + k', vcov }),
  await ols(data, { formula: 'n ~ w + k | id + year', vcov }),
  await iv(data, { formula: 'n ~ k | w ~ L.w + L2.w', panel, vcov }),
  await dpd(data, {
    panel,
    formula: 'n ~ L.n + L2.n + w + k',
    gmm: [
      { vars: 'n', lags: [2, 4] },
      { vars: 'w', lags: [1, 3] },
    ],
    iv: [{ vars: 'k' }],
  }),
];
const table = regressionTable(fits, {
  title: 'Employment and wages in 140 British firms',
  columns: [
    'OLS',
    'Within',
    { head: '2SLS', part: 'first' },
    { head: '2SLS', part: 'second' },
    'System GMM',
  ],
  labels: { n: 'Employment', w: 'Wage', k: 'Capital', id: 'Firm', year: 'Year' },
  stats: [
    'nobs',
    'ngroups',
    'rsquaredAdj',
    'ninstruments',
    'firstStage.partialF',
    'ar[2].p',
    'hansen.p',
  ],
});
const page =
  '#set page(width: auto, height: auto, margin: 8pt, fill: white)\n#set text(size: 9pt)\n';
const mainFileContent = `${page}#box(width: 16.5cm)[${renderTable(table, 'typst')}]`;
const drawn = NodeCompiler.create().plainSvg({ mainFileContent });

/** The drawing without spaces, classes and long names of its glyphs. */
const names = new Map();
const short = (name) => names.get(name) ?? names.set(name, `g${names.size}`).get(name);
const svg = drawn
  .replace(/^\s+/gm, '')
  .replace(/ (class="[^"]*"|fill-rule="nonzero"|y="0"|xmlns:(h5|xlink)="[^"]*")/g, '')
  .replaceAll('xlink:href', 'href')
  .replace(/(?<=id="|href="#)g[0-9A-F]+/g, short)
  .replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
writeFileSync(file('paper-table.svg'), `${svg.trim()}\n`);
