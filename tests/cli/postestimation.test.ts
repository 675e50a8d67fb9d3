/** `predict`, `margins` and the files of a fit. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from './run.js';

const data = readFileSync(new URL('../golden/abdata/data.csv', import.meta.url), 'utf8');

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('data.csv', data);
  place.file('m.yaml', 'data: data.csv\nestimator: ols\nformula: n ~ w*k\nvcov: { type: HC1 }\n');
  place.file('new.csv', 'w,k\n3,1\n,1\n3,2\n');
});
afterAll(() => place.remove());

const linesOf = (name: string) => place.read(name).toString('utf8').trim().split('\n');

describe('files of a fit', () => {
  it('are its rows, coefficients and statistics', async () => {
    const saved = ['--save', 'rows.csv', '--tidy', 'terms.csv', '--glance', 'row.csv'];
    const { status, stdout } = await place.wasmetrics(['fit', 'm.yaml', ...saved, '--brief']);
    expect(status).toBe(0);
    expect(stdout).toContain('Ordinary least squares');
    expect(linesOf('rows.csv')).toHaveLength(1032);
    expect(linesOf('rows.csv')[0]).toMatch(/^row,observed,fitted,residual,leverage,/);
    expect(linesOf('terms.csv').map((line) => line.split(',')[0])).toEqual([
      'term',
      'w',
      'k',
      'w:k',
      '_cons',
    ]);
    expect(linesOf('row.csv')).toHaveLength(2);
  });

  it.each(['dta', 'parquet', 'arrow', 'json'])('are also written as .%s', async (ending) => {
    const panel = ['panel', 'data.csv', 'n ~ w', '--unit', 'id', '--time', 'year'];
    const { status } = await place.wasmetrics([...panel, '--save', `rows.${ending}`]);
    expect(status).toBe(0);
    const read = await place.wasmetrics(['convert', `rows.${ending}`, `from-${ending}.csv`]);
    expect(read.stderr).toBe('');
    expect(linesOf(`from-${ending}.csv`)[0]).toMatch(/^id,year,row,observed,fitted,residual,xb,/);
    expect(linesOf(`from-${ending}.csv`)).toHaveLength(1032);
  });

  it.each([
    [['--save', 'rows.txt'], /--save: expected a file that ends in \.json, \.csv/],
    [['--tidy', 'nowhere/t.csv'], /the folder does not exist/],
    [['--glance', 'data.csv'], /expected another file than the data/],
    [['--save', 'a.csv', '--tidy', 'a.csv'], /expected another file than --save/],
    [['--save', 'a.csv', '--stream'], /--stream cannot be used with the option --save/],
  ])('are refused for %j', async (options, message) => {
    const { status, stderr } = await place.wasmetrics(['fit', 'm.yaml', ...options]);
    expect(status).toBeGreaterThan(1);
    expect(stderr).toMatch(message);
  });
});

describe('predict', () => {
  it('prints and saves predictions of new rows, and counts the others', async () => {
    const args = ['predict', 'm.yaml', '--new', 'new.csv', '--save', 'p.csv'];
    const { status, stdout } = await place.wasmetrics(args);
    expect(status).toBe(0);
    expect(stdout).toContain('2 rows predicted of 3');
    expect(stdout).toContain('1 row (3): w missing');
    expect(linesOf('p.csv')).toHaveLength(3);
  });

  it('gives the numbers of the library as JSON', async () => {
    const { stdout } = await place.wasmetrics(['predict', 'm.yaml', '--json', '--level', '0.9']);
    const result = JSON.parse(stdout) as { kind: string; level: number; columns: object };
    expect(result).toMatchObject({ kind: 'prediction', level: 0.9, nrows: 1031 });
    expect(Object.keys(result.columns)).toEqual(['row', 'fitted', 'stdError', 'low', 'high']);
  });

  it('names a column that new data lack', async () => {
    place.file('short.csv', 'w\n1\n');
    const { status, stderr } = await place.wasmetrics(['predict', 'm.yaml', '--new', 'short.csv']);
    expect(status).toBe(3);
    expect(stderr).toMatch(/new data need the columns of the regressors.*unknown column "k"/);
  });
});

describe('margins', () => {
  it('prints the effect on a grid of the moderator', async () => {
    const args = ['margins', 'm.yaml', '--of', 'w', '--over', 'k', '--points', '3'];
    const { status, stdout } = await place.wasmetrics(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Marginal effect of w on n\n/);
    expect(stdout).toContain('robust to heteroskedasticity (HC1 with n/(n-k))');
    expect(stdout).toContain('averaged over 1,031 rows');
    expect(stdout).toMatch(/^ +k +effect +std\. error +t +p +95% from +to$/m);
  });

  it('reads values of variables', async () => {
    const args = ['margins', 'm.yaml', '--of', 'w', '--at', 'k=-1,0; w=3', '--means', '--json'];
    const { stdout } = await place.wasmetrics(args);
    const { kind, effects } = JSON.parse(stdout) as { kind: string; effects: { at: object }[] };
    expect(kind).toBe('margins');
    expect(effects.map((effect) => effect.at)).toEqual([
      { k: -1, w: 3 },
      { k: 0, w: 3 },
    ]);
  });

  it.each([
    [['--of', 'q'], 3, /expected a variable of the regressors, found "q"/],
    [['--of', 'w', '--over', 'w'], 3, /expected a variable that changes the effect of w, found w/],
    [['--of', 'w', '--at', 'k'], 2, /Expected values by variable/],
    [['--over', 'k'], 2, /--of <variable>/],
  ])('%j is refused', async (options, code, message) => {
    const { status, stderr } = await place.wasmetrics(['margins', 'm.yaml', ...options]);
    expect(status).toBe(code);
    expect(stderr).toMatch(message);
  });
});
