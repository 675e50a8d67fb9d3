import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csv, panelRows } from '../panel-rows.js';
import { workplace, type Workplace } from './run.js';

let place: Workplace;
const study = `study: 1
data: panel.csv
tables:
  T1: { models: [{ estimator: ols, formula: y ~ x }] }
`;

beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  place.file('paper.yaml', study);
  place.file('table.md', '| | (1) |\n|---|---|\n| x | 99.00 |\n| z | 0.10 |\n| N | 60 |\n');
});
afterAll(() => place.remove());

it('audits the tables of a study, which are clean', async () => {
  const { status, stdout, stderr } = await place.wasmetrics(['check', 'paper.yaml']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Audit of table T1: no finding/);
});

it('puts printed numbers next to those of a study', async () => {
  const args = ['check', 'paper.yaml', '--printed', 'T1=table.md', '--json'];
  const { status, stdout } = await place.wasmetrics(args);
  expect(status).toBe(0);
  const { kind, comparison, failed } = JSON.parse(stdout) as {
    readonly kind: string;
    readonly comparison: { readonly compared: unknown[]; readonly unmatched: unknown[] };
    readonly failed: unknown[];
  };
  expect({ kind, failed }).toEqual({ kind: 'audit', failed: [] });
  expect(comparison.compared).toMatchObject([
    { row: 'x', field: 'coef', printed: '99.00', verdict: 'differs' },
    { stat: 'n', of: { table: 'T1', column: 1 } },
  ]);
  expect(comparison.unmatched).toMatchObject([
    { row: 'z', reason: 'table T1, column 1 has no row z' },
  ]);
});

it('says which table of a study failed, and exits with 7', async () => {
  place.file(
    'failing.yaml',
    `${study}  T2: { models: [{ estimator: ols, formula: y ~ nobody }] }\n`,
  );
  const { status, stdout, stderr } = await place.wasmetrics(['check', 'failing.yaml']);
  expect(status).toBe(7);
  expect(stderr).toMatch(/^T2 failed: .*nobody/m);
  expect(stdout).toMatch(/^Audit of table T1/);
});

it('refuses --printed without a study, and a name for several tables', async () => {
  const alone = await place.wasmetrics(['check', 'table.md', '--printed', 'table.md']);
  expect([alone.status, alone.stderr]).toEqual([
    2,
    'wasmetrics: --printed needs a study file (.yaml, .yml or .json) among the files\n',
  ]);
  const text = readFileSync(new URL('../golden/audit/a01.csv', import.meta.url), 'utf8');
  place.file('two.csv', text + text.slice(text.indexOf('\n') + 1).replaceAll('a01,', 'a02,'));
  const several = await place.wasmetrics(['check', 'paper.yaml', '--printed', 'T1=two.csv']);
  expect(several.stderr).toContain('expected one table in the file to name T1, found 2');
});

it('exits with 3 if nothing can be checked, and says what was read', async () => {
  place.file('alone.md', '| | (1) |\n|---|---|\n| x | 0.50 |\n| z | 0.10 |\n');
  const { status, stdout, stderr } = await place.wasmetrics(['check', 'alone.md']);
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(
    /^wasmetrics: check: expected numbers that can be compared .*2 coefficients/,
  );
  const json = await place.wasmetrics(['check', 'alone.md', '--json']);
  expect(JSON.parse(json.stderr)).toMatchObject({ error: { code: 'nothing-checked' } });
});

it('exits with 3 if no printed number is one of the study', async () => {
  place.file('other.md', '| | (1) |\n|---|---|\n| q | 0.50 |\n| | (0.20) |\n');
  const args = ['check', 'paper.yaml', '--printed', 'T9=other.md'];
  const { status, stdout, stderr } = await place.wasmetrics(args);
  expect(status).toBe(3);
  expect(stdout).toContain('Printed and recomputed numbers: nothing could be compared');
  expect(stderr).toMatch(
    /^wasmetrics: --printed: expected numbers that the tables of the study have/,
  );
});

it('compares printed numbers that cannot be checked against each other', async () => {
  place.file('bare.md', '| | (1) |\n|---|---|\n| x | 99.00 |\n');
  const args = ['check', 'paper.yaml', '--printed', 'T1=bare.md'];
  const { status, stdout } = await place.wasmetrics(args);
  expect(status).toBe(0);
  expect(stdout).toContain('Printed and recomputed numbers: 1 differs');
});
