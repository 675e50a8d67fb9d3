import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { ModelInput } from '../../../../bindings/models/model.js';
import { fileOf, removeFiles, messageOf, small, streamed, whole } from './support.js';

afterAll(removeFiles);

const employment = 'examples/abdata.csv';
const formulas: Readonly<Record<'ols' | 'iv', readonly string[]>> = {
  ols: [
    'n ~ w + k',
    'log(emp) ~ log(wage) + w^2 + w:k + i(year)',
    'n ~ w + i(year):k + i(ind)',
    'n ~ 0 + w',
  ],
  iv: [
    'n ~ ys | w ~ k',
    'n ~ ys + i(year) | w + k ~ cap + log(wage) + i(ind)',
    'n ~ ys | w ~ k + cap + log(cap)',
  ],
};
const covariances = [
  { type: 'unadjusted' },
  { type: 'HC0', small: true },
  { type: 'HC1', small: false },
  { type: 'robust' },
  { type: 'cluster', cluster: ['id'] },
] as const;

describe.each(['ols', 'iv'] as const)(
  '%s in parts gives the JSON of all rows in memory',
  (estimator) => {
    const cases = formulas[estimator].flatMap((formula) =>
      covariances.map((vcov) => [formula, vcov] as const),
    );
    test.each(cases)('%s, %o', async (formula, vcov) => {
      const model: ModelInput = { estimator, formula, vcov };
      expect(await streamed(employment, model)).toBe(await whole(employment, model));
    });

    test.each(['analytic', 'frequency', 'probability'] as const)(
      '%s weights, where',
      async (type) => {
        const weights = { column: type === 'frequency' ? 'ind' : 'emp', type };
        const model: ModelInput = {
          estimator,
          formula: formulas[estimator][0]!,
          weights,
          where: 'year >= 1978 && ind < 7',
        };
        expect(await streamed(employment, model)).toBe(await whole(employment, model));
      },
    );
  },
);

test.each([
  ['ols', 'n ~ w + one + k + i(year) + k:one'],
  ['ols', 'n ~ i(ind) + w + i(ind):i(year)'],
  ['iv', 'n ~ ys + one + i(year) + ys:one | w ~ cap + log(wage)'],
  ['iv', 'n ~ ys | w + k + k:one ~ cap + log(wage) + log(cap)'],
] as const)('%s leaves out the same collinear regressors: %s', async (estimator, formula) => {
  const lines = readFileSync(employment, 'utf8').trimEnd().split('\n');
  const ones = lines.map((line, row) => `${line},${row === 0 ? 'one' : 1}`);
  const file = fileOf('collinear.csv', ones.join('\n'));
  const parts = await streamed(file, { estimator, formula });
  expect(parts).toBe(await whole(file, { estimator, formula }));
  expect(JSON.parse(parts)).toHaveProperty('omitted');
});

test.each(['HC2', 'HC3', 'HC4'] as const)('%s needs each row once', async (type) => {
  const model: ModelInput = { estimator: 'ols', formula: 'n ~ w + k', vcov: { type } };
  expect(await streamed(employment, model)).toBe(await whole(employment, model));
});

/** Rows of a table with numbers from a generator that needs no host. */
function rowsOf(
  count: number,
  cells: (row: number, uniform: () => number) => readonly unknown[],
): string[] {
  let state = 7;
  const uniform = () => (state = (state * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, row) => cells(row, uniform).join(','));
}

const header = 'y,x,g,c';
const plain = rowsOf(1500, (row, u) => [
  u().toFixed(4),
  (10 * u()).toFixed(3),
  `g${row % 5}`,
  row % 37,
]);
const csv = (rows: readonly string[]) => [header, ...rows, ''].join('\n');
const model: ModelInput = {
  estimator: 'ols',
  formula: 'y ~ x + i(g)',
  vcov: { type: 'cluster', cluster: ['c'] },
};

const files: Readonly<Record<string, string>> = {
  'rows that fill the last part exactly': csv(plain.slice(0, 1024)),
  'one row more than a part': csv(plain.slice(0, 1025)),
  'clusters that span blocks': csv(plain),
  'blocks in which everything is missing': csv([
    ...plain.slice(0, 500),
    ...rowsOf(300, () => ['NA', '', '', '']),
    ...plain.slice(500),
  ]),
  'levels that appear late': csv([
    ...plain,
    ...plain.slice(0, 40).map((row) => row.replace(/g\d/, 'a-new-level')),
  ]),
  'quoted cells, also over line ends': csv(
    plain.map((row, i) =>
      i % 100 === 3 ? row.replace(/g\d/, '"g ""6""\nx"') : row.replace(/(g\d)/, '"$1"'),
    ),
  ),
  'empty lines, and lines of spaces at the end': `${csv(plain.map((row, i) => (i % 400 === 9 ? `${row}\n` : row)))}\n  \n\n`,
  'line ends of Windows': csv(plain).replaceAll('\n', '\r\n'),
  'line ends of old Macs': csv(plain).replaceAll('\n', '\r'),
  'a byte order mark and letters beyond ASCII': `\uFEFF${csv(plain.map((row) => row.replace('g1', '浙江')))}`,
  'spaces around numbers, exponents, and codes of missing cells': csv(
    plain.map((row, i) =>
      i % 50 === 0
        ? row.replace(/^/, ' 1e-2,').replace(/^([^,]*),[^,]*/, '$1')
        : i % 61 === 0
          ? row.replace(/^[^,]*/, 'N/A')
          : row,
    ),
  ),
  'a delimiter at the end of each line': [`${header},`, ...plain.map((row) => `${row},`)].join(
    '\n',
  ),
  'numbers with a decimal comma': csv(plain).replaceAll(',', ';').replaceAll('.', ','),
  'an integer that a double rounds': csv(
    plain.map((row, i) => (i === 1100 ? row.replace(/[^,]*$/, '9007199254740993') : row)),
  ),
  'a column of 007': csv(plain.map((row) => row.replace(/[^,]*$/, (c) => c.padStart(3, '0')))),
  'a level that is a number late': csv(
    plain.map((row, i) => (i < 900 ? row.replace(/g\d/, String(i % 4)) : row)),
  ),
};

describe('streaming a file', () => {
  test.each(Object.entries(files))('with %s', async (name, content) => {
    const path = fileOf(`${name.replace(/\W/g, '-')}.csv`, content);
    expect(await streamed(path, model)).toBe(await whole(path, model));
  });

  test('gives the same in chunks, blocks and parts of other sizes', async () => {
    const path = fileOf('sizes.csv', csv(plain));
    const expected = await whole(path, model);
    for (const chunkBytes of [64, 999, 1 << 16]) {
      for (const blockRows of [1, 300, 1 << 14]) {
        const sizes = { chunkBytes, blockRows, partDoubles: chunkBytes * 20 };
        expect(await streamed(path, model, sizes)).toBe(expected);
      }
    }
  });

  test('finds text after a hundred thousand numbers', async () => {
    const rows = rowsOf(100_000, (row, u) => [u().toFixed(3), u().toFixed(3), row % 3, row % 50]);
    const path = fileOf('late.csv', csv([...rows, '0.5,0.5,east,1', '0.1,0.2,,2']));
    const sizes = { chunkBytes: 1 << 16, blockRows: 1 << 12, partDoubles: 1 << 14 };
    expect(await streamed(path, model, sizes)).toBe(await whole(path, model));
    const asNumber: ModelInput = { estimator: 'ols', formula: 'y ~ x + g' };
    expect(await messageOf(streamed(path, asNumber, sizes))).toBe(
      await messageOf(whole(path, asNumber)),
    );
  });

  test('reads options as the reader of whole files does', async () => {
    const path = fileOf('options.csv', csv(plain).replaceAll(',', ';').replaceAll('.', ','));
    const read = {
      decimal: ',',
      delimiter: ';',
      missing: ['3'],
      types: { g: 'text', c: 'number' },
    } as const;
    expect(await streamed(path, model, small, read)).toBe(await whole(path, model, read));
    const encoded = fileOf('utf16.csv', Buffer.from(`\uFEFF${csv(plain)}`, 'utf16le'));
    expect(await streamed(encoded, model)).toBe(await whole(encoded, model));
  });

  test.each(['date', 'date:dmy'] as const)('knows the periods of %s', async (type) => {
    const dates = plain.map((row, i) => {
      const [year, month] = [2000 + (i % 20), String(1 + (i % 12)).padStart(2, '0')];
      return `${row},${type === 'date' ? `${year}-${month}-05` : `5/${month}/${year}`}`;
    });
    const path = fileOf('dates.csv', `${header},when\n${dates.join('\n')}\n`);
    const where = 'year(when) >= 2005 && quarter(when) < 4 && month(when) != 2 && day(when) == 5';
    const read = { types: { when: type } };
    const dated = { ...model, where };
    expect(await streamed(path, dated, small, read)).toBe(await whole(path, dated, read));
  });

  test('has the units below the names as labels', async () => {
    const path = fileOf('units.csv', `${header}\nkg,euros,,\n${plain.join('\n')}\n`);
    const result = await streamed(path, model, small, { unitsRow: true });
    expect(result).toBe(await whole(path, model, { unitsRow: true }));
    expect(JSON.parse(result)).toMatchObject({ labels: { units: { y: 'kg', x: 'euros' } } });
  });

  test.each([
    ['number', 'one', 'a number'],
    ['date:ym', '2020-13', 'date:ym such as 2020-02'],
    ['date', '2020-02-30', 'date such as 2020-02-29 or 2020-02-29T12:30'],
  ] as const)('refuses a cell that is no %s in an unused column', async (type, cell, expected) => {
    const good = { number: '1', 'date:ym': '2020-01', date: '2020-01-01' }[type];
    const rows = plain.map((row, i) => `${row},${i === 900 ? cell : i % 3 === 0 ? 'NA' : good}`);
    const path = fileOf('declared.csv', `${header},other\n${rows.join('\n')}\n`);
    const read = { types: { other: type } };
    const message = await messageOf(streamed(path, model, small, read));
    expect(message).toBe(await messageOf(whole(path, model, read)));
    expect(message).toBe(
      `data.csv: column "other" must hold ${expected}, found "${cell}" in row 902; correct the cell, or the type`,
    );
  });

  test('warns of the columns of the model only', async () => {
    const rows = plain.map((row, i) => `${row},${i % 9 === 0 ? 'NA' : 1}`);
    const path = fileOf(
      'other.csv',
      `${header},z\n${rows.map((row, i) => (i === 5 ? row.replace(/^[^,]*/, 'NA') : row)).join('\n')}`,
    );
    const result = await streamed(path, model);
    expect(result).toBe(await whole(path, model));
    expect(result).toContain('1 cell with \\"NA\\" in column \\"y\\" is missing');
  });
});

describe('errors are those of reading the file as a whole', () => {
  const messages: readonly (readonly [string, string, ModelInput])[] = [
    ['singular designs', csv(plain), { estimator: 'ols', formula: 'y ~ x + x^1 + i(c) + i(g)' }],
    [
      'a column that is twice another',
      csv(plain.map((row) => row.replace(/[^,]*$/, String(2 * Number(row.split(',')[1]))))),
      { estimator: 'ols', formula: 'y ~ x + c' },
    ],
    ['one row', csv(plain.slice(0, 1)), { estimator: 'ols', formula: 'y ~ x' }],
    [
      'no usable row',
      csv(rowsOf(400, () => ['', 1, 'a', 1])),
      { estimator: 'ols', formula: 'y ~ x' },
    ],
    ['an unknown column', csv(plain), { estimator: 'ols', formula: 'y ~ xx' }],
    ['text as a number', csv(plain), { estimator: 'ols', formula: 'y ~ g' }],
    [
      'an infinite value late',
      csv(plain.map((row, i) => (i === 1234 ? row.replace(/^[^,]*/, 'inf') : row))),
      { estimator: 'ols', formula: 'y ~ x' },
    ],
    [
      'a negative weight late',
      csv(plain.map((row, i) => (i === 1234 ? row.replace(/[^,]*$/, '-3') : row))),
      { estimator: 'ols', formula: 'y ~ x', weights: { column: 'c', type: 'analytic' } },
    ],
    ['one cluster', csv(plain.map((row) => row.replace(/[^,]*$/, '1'))), model],
    ['a row with another number of cells', csv([...plain, '1,2,3']), model],
    [
      'a quote that never closes',
      csv([...plain.slice(0, 700), '1,2,"g,3', ...plain.slice(700)]),
      model,
    ],
    ['too few instruments', csv(plain), { estimator: 'iv', formula: 'y ~ 1 | x + c ~ i(g)' }],
    [
      'a reference level that is not there',
      csv(plain),
      { estimator: 'ols', formula: 'y ~ x + i(g, ref=zz)' },
    ],
  ];
  test.each(messages)('%s', async (name, content, input) => {
    const path = fileOf(`error-${name.replace(/\W/g, '-')}.csv`, content);
    const expected = await messageOf(whole(path, input));
    expect(await messageOf(streamed(path, input))).toBe(expected);
  });
});
