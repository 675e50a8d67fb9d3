/** What people read of errors of files, tables, steps, formulas, imports and exports, in English and in Chinese. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { EconError, fitModel, type ModelInput } from '../../../../bindings/index.js';
import {
  convertTable,
  decodeText,
  readSql,
  readTable,
  toTable,
} from '../../../../bindings/entries/data.js';
import { errorText } from '../../../../bindings/entries/report.js';
import { exportModel, importModel } from '../../../../bindings/interchange/index.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const csv = (text: string, options = {}) => readTable(bytes(text), { name: 'a.csv', ...options });
const data = {
  id: [1, 1, 2, 2, 3, 3],
  year: [1, 2, 1, 2, 1, 2],
  g: ['a', 'b', 'a', 'b', 'a', 'b'],
  y: [1, 3, 2, 5, 4, 7],
  x: [2, 1, 4, 3, 6, 8],
};
const ols = (formula: string, more = {}) =>
  fitModel(data, { estimator: 'ols', formula, ...more } as ModelInput);
const panel = { unit: 'id', time: 'year' };
const dpd = {
  estimator: 'dpd',
  formula: 'y ~ L1.y + x',
  panel,
  gmm: [{ vars: ['y'], lags: [2, null] }],
} as ModelInput;

const calls: Readonly<Record<string, readonly (readonly [string, () => unknown])[]>> = {
  encodings: [
    ['a zero byte', () => csv('a,b\n1,\0\n')],
    ['a byte of another encoding', () => decodeText(Uint8Array.of(97, 10, 0xb0, 0xa1, 10))],
    ['an unknown encoding', () => csv('a\n1\n', { encoding: 'gb18031' })],
    ['a PDF file', () => readTable(bytes('%PDF-1.7'), { name: 'a.pdf' })],
  ],
  files: [
    ['a missing file', () => readTable('/no/such/file.csv')],
    ['a folder', () => readTable('/')],
    ['a number as source', () => readTable(1 as never)],
    ['an unknown column', () => csv('wage,year\n1,2\n', { columns: ['wgae'] })],
    ['another format', () => csv('a\n1\n', { format: 'xlsx' })],
    ['an option of another format', () => csv('{"a":[1]}', { format: 'json', delimiter: ';' })],
    ['damaged gzip', () => readTable(gzipSync('a,b\n1,2\n').subarray(0, 20), { name: 'a.gz' })],
  ],
  csv: [
    ['an empty file', () => csv(' \n')],
    ['a ragged row', () => csv('a,b\n1,2\n1,2,3\n')],
    ['an open quote', () => csv('a,b\n1,"2\n')],
    ['numbers as names', () => csv('1,2\n3,4\n')],
    ['no header', () => csv('a\n1\n', { header: 9 })],
    ['a declared number', () => csv('a\n1\nx\n', { types: { a: 'number' } })],
    ['a declared date', () => csv('a\n1.1.2020\nn.a.\n', { types: { a: 'date:dmy' } })],
  ],
  json: [
    ['a wrong word', () => csv('[{"a": NaN}]', { format: 'json' })],
    ['a nested cell', () => csv('[{"a": {"b": 1}}]', { format: 'json' })],
    ['a key twice', () => csv('[{"a": 1, "a": 2}]', { format: 'json' })],
    ['unequal columns', () => csv('{"a": [1, 2], "b": [1]}', { format: 'json' })],
  ],
  'binary files': [
    [
      'a cut Stata file',
      () => readTable(bytes('<stata_dta><header><release>118'), { name: 'a.dta' }),
    ],
    ['a number beyond Stata', () => convertTable({ a: [Infinity] }, 'dta')],
    ['a cut Parquet file', () => readTable(bytes('PAR1xxxxxxxxPAR1'), { name: 'a.parquet' })],
    ['a cut Arrow file', () => readTable(bytes('ARROW1\0\0xx'), { name: 'a.arrow' })],
    [
      'a workbook of nothing',
      () => readTable(bytes('PK\u0003\u0004[Content_Types]'), { name: 'a.xlsx', format: 'xlsx' }),
    ],
    ['a query that changes files', () => readSql("copy (select 1) to 'a.csv'")],
    ['a query of a function', () => readSql('select * from duckdb_settings()')],
  ],
  tables: [
    ['no table', () => toTable(1 as never)],
    ['no rows', () => toTable([])],
    ['an object as a cell', () => toTable({ a: [{}] as never })],
    ['unequal lengths', () => toTable({ a: [1], b: [1, 2] })],
  ],
  formulas: [
    ['an open parenthesis', () => ols('y ~ log(x')],
    ['an unknown function', () => ols('y ~ lag2(x)')],
    ['an unknown column', () => ols('y ~ X')],
    ['a lag without a panel', () => ols('y ~ L1.x')],
    ['a product with an absorbed column', () => ols('y ~ x + i(g, ref=c)')],
    ['a constant of R', () => ols('y ~ I(2)')],
    ['a range of Stata', () => ols('y x1-x3, robust')],
    ['a command of Stata', () => ols('regress y x')],
    ['random coefficients', () => ols('y ~ x + (1 | id)')],
    ['a filter with a lag', () => ols('y ~ x', { where: 'L.x > 1' })],
    ['a filter of text', () => ols('y ~ x', { where: 'g > 1' })],
    ['a filter without comparison', () => ols('y ~ x', { where: 'g in ("a") and x' })],
  ],
  steps: [
    ['a cut without points', () => ols('y ~ z', { build: { z: 'cut(x)' } })],
    ['an operand of text', () => ols('y ~ z', { build: { z: 'g + 1' } })],
    ['a part of a number', () => ols('y ~ z', { build: { z: 'month(year)' } })],
    ['a lag without a panel', () => ols('y ~ z', { build: { z: 'L.x' } })],
    ['an empty part', () => ols('y ~ z', { build: { z: { split: 'x', at: 99 } } })],
    [
      'a pattern without columns',
      () => ols('y ~ x', { reshape: { long: { id: ['id', 'year'], columns: { v: 'v{t}' } } } }),
    ],
    [
      'a repeated id',
      () => ols('y ~ x', { reshape: { long: { id: 'id', columns: { v: '{t}ear' }, text: true } } }),
    ],
  ],
  panels: [
    ['repeated keys', () => ols('y ~ L1.x', { panel: { unit: 'id', time: 'id' } })],
    ['times off the grid', () => ols('y ~ L1.x', { panel: { ...panel, step: 2 } })],
    ['a frequency of numbers', () => ols('y ~ L1.x', { panel: { ...panel, frequency: 'month' } })],
  ],
  imports: [
    ['an unknown option', () => importModel('regress y x, robst')],
    ['a missing part', () => importModel('xtabond2 y L.y, gmm(y, lag(2')],
    ['a command that is not translated', () => importModel('bysort g h: regress y x')],
    ['another program', () => importModel('proc reg; model y = x;')],
    ['a kernel', () => importModel('ivreg2 y (x = z), robust bw(2) kernel(foo)')],
    ['an argument of R', () => importModel('m <- plm(y ~ x, data = d, model = "foo")')],
    ['a function in a condition', () => importModel('regress y x if regexm(g, "a")')],
  ],
  exports: [
    ['an unknown program', () => exportModel(dpd, 'xtabond' as never)],
    ['a key', () => exportModel({ ...dpd, gaps: 'bridge' } as ModelInput, 'plm')],
    ['a dynamic panel', () => exportModel(dpd, 'fixest')],
    [
      'no command',
      () =>
        exportModel(
          {
            estimator: 'ols',
            formula: 'y ~ x | g',
            vcov: { type: 'CV3', cluster: 'g' },
          } as ModelInput,
          'stata',
        ),
    ],
    [
      'a built column',
      () =>
        exportModel({ estimator: 'ols', formula: 'y ~ x', build: { z: 'x' } } as ModelInput, 'r'),
    ],
  ],
};

/** What an error says in English and in Chinese. */
async function said(run: () => unknown): Promise<readonly [english: string, chinese: string]> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    return [error.line, errorText(error, { language: 'zh' }).split('\n')[0]!];
  }
  throw new Error('nothing failed');
}

const all = Object.entries(calls).flatMap(([family, each]) =>
  each.map(([name, run]) => ({ name: `${family}: ${name}`, run })),
);

describe('errors of data', () => {
  test.each(all)('$name is said in Chinese', async ({ run }) => {
    const [english, chinese] = await said(run);
    expect(chinese).toMatch(/[\u4e00-\u9fff]{2}/);
    expect(chinese).not.toBe(english);
    expect(chinese).not.toMatch(/undefined|\[object/);
  });

  it('read as a reader of both languages has read them', async () => {
    const lines = [];
    for (const { name, run } of all) lines.push([`[${name}]`, ...(await said(run)), ''].join('\n'));
    await expect(lines.join('\n')).toMatchFileSnapshot('../golden/data-errors.txt');
  });
});
