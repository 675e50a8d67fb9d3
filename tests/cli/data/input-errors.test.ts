import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from '../run.js';
import { csv, panelRows, type Row } from '../../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place.remove());

const rows = panelRows();
const iv = ['--iv', 'x z'];
const gmm = ['--gmm', 'y,2:4'];

function change(index: number, cells: Row): string {
  return csv(rows.map((row, i) => (i === index ? { ...row, ...cells } : row)));
}

function lines(change: (lines: string[]) => string[]): string {
  return change(csv(rows).trim().split('\n')).join('\n');
}

/** Run `y ~ L.y + x` on the text of a data file; the last options win. */
function run(text: string, formula = 'y ~ L.y + x', options: string[] = [...gmm, ...iv]) {
  return place.wasmetrics(['dpd', place.file('data.csv', text), formula, ...options]);
}

describe('data files', () => {
  it.each<[string, string, RegExp]>([
    ['an empty file', '', /^wasmetrics: .*found nothing/],
    ['a header alone', 'id,year,y,x,z\n', /^wasmetrics: .*rows/],
    ['no header', lines((all) => all.slice(1)), /^wasmetrics: .*row 1/],
    [
      'a ragged row',
      lines((all) => all.map((l, i) => (i === 4 ? `${l},9` : l))),
      /7 cells in row 5.*8/,
    ],
    ['a text cell in a numeric column', change(9, { x: 'many' }), /x.*row 11|row 11.*x/],
    ['a decimal comma', change(9, { x: '"1,5"' }), /"1,5" in row 11; .*set decimal: "," in data/],
    ['a decimal comma after thousands', change(9, { x: '"1.234,5"' }), /set decimal: "," in data/],
    ['a text with a comma', change(9, { x: '"a, b"' }), /"a, b" in row 11\n/],
    ['a duplicate key', csv([...rows, rows[0]!]), /2000/],
    ['a time that is no integer', change(3, { year: 2003.5 }), /2003\.5 in row 5/],
    ['an infinite value', change(9, { x: 'inf' }), /infinite|x.*row 11|row 11.*x/],
    ['a duplicate column', lines(([, ...rest]) => ['id,year,y,x,x,twice,one', ...rest]), /x/],
  ])('%s is an input error', async (_, text, message) => {
    const { status, stdout, stderr } = await run(text);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^wasmetrics: /);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(stdout).toBe('');
    expect(status).toBe(3);
  });

  it('a missing file is named', async () => {
    const { status, stderr } = await place.wasmetrics(['dpd', 'none.csv', 'y ~ L.y', ...gmm]);
    expect(stderr).toBe('wasmetrics: none.csv: file not found\n');
    expect(status).toBe(3);
  });

  it('a file that is a folder is named', async () => {
    const { status, stderr } = await place.wasmetrics(['dpd', '.', 'y ~ L.y', ...gmm]);
    expect(stderr).toBe('wasmetrics: .: expected a file, found a folder\n');
    expect(status).toBe(3);
  });
});

describe('columns and formulas', () => {
  const good = csv(panelRows());

  it('an error on an unknown column suggests the nearest one', async () => {
    const { status, stderr } = await run(good, 'y ~ L.y + twicee');
    expect(stderr).toMatch(/unknown column "twicee" \(did you mean "twice"\?\)/);
    expect(status).toBe(3);
  });

  it.each([
    ['unit', ['--unit', 'idd'], 'id'],
    ['time', ['--time', 'yeer'], 'year'],
    ['instrument', ['--iv', 'one twise'], 'twice'],
  ])('an error on an unknown %s column suggests the nearest one', async (_, options, near) => {
    const { status, stderr } = await run(good, undefined, [...gmm, ...iv, ...options]);
    expect(stderr).toContain(`did you mean "${near}"?`);
    expect(status).toBe(3);
  });

  it('a formula error shows a caret', async () => {
    const { status, stderr } = await run(good, 'y ~ L.y + * x');
    expect(stderr).toMatch(/\n +y ~ L\.y \+ \* x\n +\^\n$/);
    expect(status).toBe(3);
  });

  it('a sample without rows prints what was lost and why', async () => {
    const { status, stderr } = await run(good, 'y ~ L9.y + x');
    expect(stderr).toMatch(/280/);
    expect(stderr).toMatch(/L9\.y/);
    expect(status).toBe(3);
  });

  it('an error names a filter that leaves no rows', async () => {
    const { status, stderr } = await run(good, undefined, [
      ...gmm,
      ...iv,
      '--where',
      'year > 3000',
    ]);
    expect(stderr).toMatch(/where|year > 3000/);
    expect(status).toBe(3);
  });
});

describe('identification', () => {
  const strict = ['--collinear', 'error'];
  const good = csv(panelRows());

  it.each<[string, string, string[], RegExp]>([
    ['a collinear regressor', 'y ~ L.y + x + twice', [...gmm, ...iv, ...strict], /twice/],
    ['a constant regressor', 'y ~ L.y + x + one', [...gmm, ...iv, ...strict], /one/],
    ['fewer instruments than regressors', 'y ~ L.y + x + z', ['--iv', 'x'], /instrument/],
  ])('%s is an identification error', async (_, formula, options, message) => {
    const { status, stdout, stderr } = await run(good, formula, options);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(status).toBe(4);
  });

  it('a lag window too wide for the calendar, as of dates like 20240131, is an input error', async () => {
    const text = csv(rows.map((row) => ({ ...row, year: Number(row['year']) * 5000 })));
    const { status, stderr } = await run(text, 'y ~ x', ['--gmm', 'y,2:.', ...iv]);
    expect(stderr).toMatch(/^wasmetrics: dpd: gmm\[0\] takes \d+ lags of y in \d+ periods; .*\n$/);
    expect(status).toBe(3);
  });

  it('lags deeper than the panel are an input error', async () => {
    const { status, stderr } = await run(good, 'y ~ L.y + x', ['--gmm', 'y,9:12']);
    expect(stderr).toMatch(/lags of y from 9; expected at most 6/);
    expect(status).toBe(3);
  });

  it('one unit is not enough', async () => {
    const { status, stderr } = await run(csv(panelRows(1, 12)));
    expect(stderr).toMatch(/unit/);
    expect(status).toBe(4);
  });
});

describe('the bootstrap', () => {
  const good = csv(panelRows());

  it.each([
    [['--bootstrap', '0'], 'bootstrap.reps: expected a whole number of at least 1, found 0'],
    [['--bootstrap', '-5'], 'bootstrap.reps: expected a whole number of at least 1, found -5'],
    [['--bootstrap', 'x'], 'bootstrap.reps: expected a whole number of at least 1, found "x"'],
    [
      ['--bootstrap', '9', '--seed', '1.5'],
      'bootstrap.seed: expected a whole number from 0 to 9007199254740991, found 1.5',
    ],
  ])('%j is an input error', async (options, message) => {
    const { status, stderr } = await run(good, undefined, [...gmm, ...iv, ...options]);
    expect(stderr).toBe(`wasmetrics: model: ${message}\n`);
    expect(status).toBe(3);
  });

  it('errors are JSON with --json', async () => {
    const { status, stderr } = await run(good, undefined, [...gmm, '--bootstrap', '0', '--json']);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'bad-value', detail: { path: 'bootstrap.reps', found: 0 } },
    });
    expect(status).toBe(3);
  });
});
