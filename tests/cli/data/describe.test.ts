/** `describe`, `correlate` and `panel-report` on a small file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from '../run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file(
    'firms.csv',
    'id,year,wage,size,region\n1,2001,2.5,10,east\n1,2002,3.5,12,east\n2,2001,NA,7,west\n2,2003,4,9,west\n',
  );
});
afterAll(() => place.remove());

async function json(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr, status } = await place.wasmetrics([...args, '--json']);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('describe', () => {
  it('points from names of columns to their option', async () => {
    const { stderr, status } = await place.wasmetrics(['describe', 'firms.csv', 'wage', 'size']);
    const advice = 'name columns with --columns wage,size';
    expect([status, stderr]).toEqual([
      2,
      `wasmetrics: describe: expected one data file, found also wage size; ${advice}\n`,
    ]);
  });

  it('prints a table', async () => {
    const { stdout, status } = await place.wasmetrics(['describe', 'firms.csv']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^5 columns of 4 rows\n/);
    expect(stdout).toMatch(/^wage +3 +1 +3\.333 /m);
    expect(stdout).toMatch(/^region +4 +0 +2 +east \(2\), west \(2\)$/m);
  });

  it('prints JSON', async () => {
    const result = await json(
      ...['describe', 'firms.csv', '--columns', 'wage,size', '--by', 'region'],
      ...['--unit', 'id', '--time', 'year'],
    );
    expect(result).toMatchObject({
      kind: 'description',
      nrows: 4,
      columns: {
        wage: { n: 3, missing: 1, nGroups: 2, nPeriodsMean: 1.5 },
        size: { sdBetween: 2.1213203435596424 },
      },
      groups: [{ value: 'east' }, { value: 'west', columns: { wage: { n: 1 } } }],
    });
    expect(Object.keys(result['columns'] as object)).toEqual(['wage', 'size']);
  });
});

describe('correlate', () => {
  it('prints a triangle', async () => {
    const { stdout } = await place.wasmetrics(['correlate', 'firms.csv', '--columns', 'wage,size']);
    expect(stdout).toMatch(/^\(2\) size +-?\d\.\d{3}\** +1\.000$/m);
  });

  it('prints JSON', async () => {
    const args = ['correlate', 'firms.csv', '--columns', 'id,size', '--method', 'spearman'];
    expect(await json(...args, '--listwise')).toMatchObject({
      names: ['id', 'size'],
      method: 'spearman',
      listwise: true,
      n: [
        [4, 4],
        [4, 4],
      ],
    });
  });
});

describe('panel-report', () => {
  const args = ['panel-report', 'firms.csv', '--unit', 'id', '--time', 'year'];

  it('prints a picture, and draws it', async () => {
    const { stdout, status } = await place.wasmetrics([...args, '--svg', 'panel.svg']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^█·█ +1 .* 2$/m);
    expect(place.read('panel.svg').toString()).toMatch(/^<svg /);
  });

  it('prints JSON', async () => {
    expect(await json(...args, '--categories', 'region')).toMatchObject({
      units: 2,
      periods: 3,
      balanced: false,
      gaps: [{ unit: 2, from: 2002, to: 2002 }],
      timeConstant: ['region'],
      transitions: {
        region: {
          levels: ['east', 'west'],
          counts: [
            [1, 0],
            [0, 0],
          ],
        },
      },
    });
  });
});

describe('wrong uses', () => {
  it.each([
    [['describe', 'none.csv'], 3, 'none.csv: file not found'],
    [
      ['describe', 'firms.csv', '--columns', 'wages'],
      3,
      'unknown column "wages" (did you mean "wage"?)',
    ],
    [
      ['describe', 'firms.csv', '--time', 'year'],
      3,
      'describe: unit: expected the name of a column',
    ],
    [
      ['correlate', 'firms.csv', '--columns', 'wage,region'],
      3,
      'column "region" must hold numbers',
    ],
    [['correlate', 'firms.csv', '--columns', 'wage'], 3, 'expected two or more columns of numbers'],
    [['correlate', 'firms.csv', '--method', 'kendall'], 3, 'expected one of pearson, spearman'],
    [['panel-report', 'firms.csv', '--unit', 'id'], 2, "required option '--time <column>'"],
  ] as const)('%j', async (args, code, message) => {
    const { status, stderr, stdout } = await place.wasmetrics(args);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toContain(message);
  });

  it('does not draw over the data', async () => {
    const args = ['panel-report', 'firms.csv', '--unit', 'id', '--time', 'year'];
    const { status, stderr } = await place.wasmetrics([...args, '--svg', 'firms.csv']);
    expect(status).toBe(3);
    expect(stderr).toContain('--svg: expected another file than the data (firms.csv)');
    expect(existsSync(join(place.folder, 'firms.csv'))).toBe(true);
  });
});
