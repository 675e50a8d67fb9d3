/** Each mistake in a study is one clear line with its place in the file. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Workplace, workplace } from '../run.js';

const csv = fileURLToPath(new URL('../../../examples/provinces/provinces.csv', import.meta.url));

let place: Workplace;
beforeAll(() => {
  place = workplace();
  cpSync(csv, join(place.folder, 'd.csv'));
  place.file('t.md.tmpl', 'x {{T1.1.Gov}} and {{T1.1.Gvo}}');
});
afterAll(() => place.remove());

const model = '{ estimator: ols, formula: Level ~ Gov }';
const models = `tables: { T1: { models: [${model}] } }`;
const split = (keys: string) => `tables: { T1: { model: ${model}, split: ${keys} } }`;
const compared = (claim: string) =>
  `tables: { T1: { model: ${model}, split: { by: Region }, compare: { of: Gov, by: wald } } }\nclaims: { H1: '${claim}' }`;

/** The mistake, the study below its first two lines, the exit code, and the line that says it. */
const mistakes: readonly (readonly [string, string, number, string])[] = [
  ['a syntax error', `tables:\n  T1: { models: [${model} }`, 3, 's.yaml:4:59: Flow sequence'],
  [
    'a key twice',
    `tables:\n  T1: 1\n  T1: 2`,
    3,
    's.yaml:5:3: expected each key once, found "T1" twice',
  ],
  ['an unknown key', `tabels: {}\n${models}`, 3, 's.yaml:3:1: unknown key tabels'],
  [
    'an unknown table',
    `${models}\nfigures: { F1: { coefficients: Gov, of: [T11] } }`,
    3,
    's.yaml:4:42: figures.F1.of: unknown table "T11" (did you mean "T1"?)',
  ],
  [
    'an unknown table of a claim',
    `${models}\nclaims: { H1: 'T11: Gov > 0' }`,
    7,
    'H1 failed: s.yaml:4:16: H1: the study has no table "T11" (did you mean "T1"?)',
  ],
  [
    'an unknown column of a table',
    `${models}\nclaims: { H1: 'T1.2: Gov > 0' }`,
    7,
    'H1 failed: s.yaml:4:16: H1: T1 has column (1), found "T1.2"',
  ],
  [
    'an unknown set',
    `sets: { controls: [IL] }\n${models.replace('~ Gov', '~ $control')}`,
    3,
    'unknown set "control" (did you mean "controls"?)',
  ],
  [
    'an unknown index',
    'tables: { T1: { index: Lvl } }',
    3,
    's.yaml:3:24: tables.T1.index: unknown index "Lvl"',
  ],
  [
    'an unknown column of a model',
    models.replace('Level', 'Levl'),
    7,
    'T1 failed: s.yaml:3:53: T1.1: unknown column "Levl" (did you mean "Level"?)',
  ],
  [
    'an unknown column of a split',
    split('{ by: Regio }'),
    7,
    'T1 failed: s.yaml:3:79: T1: split.by: unknown column "Regio" (did you mean "Region"?)',
  ],
  [
    'a circle of columns',
    `build:\n  a: b + 1\n  b: a + 1\n${models}`,
    3,
    's.yaml:4:6: build.a: expected columns that need not each other, found the circle a - b - a',
  ],
  [
    'a group that the data do not have',
    split('{ by: Region, levels: [east, north] }'),
    7,
    'levels: expected values of Region (central, east, west), found north [empty-group]',
  ],
  [
    'a cut that leaves a group empty',
    split('{ by: GovSupport, at: [99] }'),
    7,
    'expected rows in each part of GovSupport at 99, found none in high',
  ],
  [
    'a claim of nothing',
    `${models}\nclaims: { H1: 'T1.1: ' }`,
    3,
    's.yaml:4:11: claims.H1: expected TERM > 0',
  ],
  [
    'a claim of two things',
    `${models}\nclaims: { H1: 'T1.1: Gov > 0 and IL > 0' }`,
    3,
    's.yaml:4:11: claims.H1: expected one statement, found two; write a claim for each',
  ],
  [
    'an unknown coefficient',
    `${models}\nclaims: { H1: 'T1.1: Gv > 0' }`,
    7,
    'H1 failed: s.yaml:4:22: H1: T1 column (1), OLS: there is no coefficient "Gv" (did you mean "Gov"?)',
  ],
  [
    'an unknown group',
    compared('T1: Gov differs between east and wets'),
    7,
    'H1: Region has no group "wets" (did you mean "west"?) [unknown-group]',
  ],
  [
    'an unknown number of a template',
    `${models}\ntext: t.md.tmpl`,
    7,
    'the study has no number "T1.1.Gvo" (did you mean "T1.1.Gov"?) [unknown-number]',
  ],
  [
    'an output that cannot be',
    `${models}\nout: { numbers: n.txt }`,
    3,
    's.yaml:4:17: out.numbers: expected',
  ],
];

it.each(mistakes)('%s', async (_, text, exitCode, line) => {
  const head = 'data: d.csv\npanel: { unit: province, time: year }\n';
  const file = place.file('s.yaml', head + text);
  const { status, stdout, stderr } = await place.wasmetrics(['study', file, '--no-cache']);
  expect(status).toBe(exitCode);
  expect(stdout + stderr).toContain(line);
});

it('says in one line that a panel names no column', async () => {
  const file = place.file('p.yaml', `data: d.csv\npanel: { unit: provnce, time: year }\n${models}`);
  const { status, stderr } = await place.wasmetrics(['study', file]);
  expect(status).toBe(3);
  expect(stderr).toContain(
    'p.yaml:2:16: panel.unit: unknown column "provnce" (did you mean "province"?)',
  );
});
