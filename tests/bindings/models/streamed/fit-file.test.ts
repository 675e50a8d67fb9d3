import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import type { ReadProgress } from '../../../../bindings/data/index.js';
import { fitFile } from '../../../../bindings/models/functions/fit-file.js';
import type { ModelInput } from '../../../../bindings/models/model.js';
import { fileOf, removeFiles, messageOf } from './support.js';

afterAll(removeFiles);

const employment = 'examples/abdata.csv';
const model: ModelInput = { estimator: 'ols', formula: 'n ~ w + k + i(year)' };

test('the JSON does not depend on stream', async () => {
  const [automatic, streamed, whole] = await Promise.all(
    [undefined, true, false].map((stream) => fitFile(employment, model, { stream })),
  );
  expect(JSON.stringify(streamed)).toBe(JSON.stringify(whole));
  expect(JSON.stringify(automatic)).toBe(JSON.stringify(whole));
});

test('progress ends at the end of the file', async () => {
  const reports: ReadProgress[] = [];
  await fitFile(employment, model, { stream: true, onProgress: (one) => reports.push(one) });
  const last = reports.at(-1)!;
  expect(last.bytesRead).toBe(last.bytes);
  expect(last.rows).toBe(1031);
});

test.each([
  ['absorbing effects', { estimator: 'ols', formula: 'n ~ w | id' }],
  [
    'the order of units and periods (panel)',
    { estimator: 'ols', formula: 'n ~ L.w', panel: { unit: 'id', time: 'year' } },
  ],
  [
    'the covariance CV3',
    { estimator: 'ols', formula: 'n ~ w', vcov: { type: 'CV3', cluster: ['id'] } },
  ],
  [
    'clusters in several dimensions',
    { estimator: 'ols', formula: 'n ~ w', vcov: { type: 'cluster', cluster: ['id', 'year'] } },
  ],
  [
    'the estimator panel',
    { estimator: 'panel', formula: 'n ~ w', panel: { unit: 'id', time: 'year' } },
  ],
] as const)('%s cannot be streamed', async (reason, input) => {
  const message = await messageOf(fitFile(employment, input as ModelInput, { stream: true }));
  expect(message).toBe(
    `${employment}: stream: expected a model and a file that can be read in parts, found ${reason}, for which all rows must be in memory; leave out stream (--stream)`,
  );
});

test('sources that are no file cannot be streamed', async () => {
  const bytes = readFileSync(employment);
  expect(await messageOf(fitFile(bytes, model, { stream: true }))).toContain(
    'a source that is no file on disk',
  );
});

test('columns that must be scaled are read as a whole', async () => {
  const path = fileOf('extreme.csv', 'y,x\n1e200,1\n2e200,3\n4e200,5\n3e200,9\n');
  const input: ModelInput = { estimator: 'ols', formula: 'y ~ x' };
  const streamed = await fitFile(path, input, { stream: true });
  expect(JSON.stringify(streamed)).toBe(JSON.stringify(await fitFile(path, input)));
});

test('a file that is not there is an error of the reader', async () => {
  expect(await messageOf(fitFile('no-such.csv', model, { stream: false }))).toContain(
    'there is no such file',
  );
  expect(await messageOf(fitFile('no-such.csv', model))).toContain('there is no such file');
});

test('no temporary file has a name', async () => {
  await fitFile(employment, model, { stream: true });
  expect(
    readdirSync(tmpdir()).filter((name) => name.startsWith(`wasmetrics-${process.pid}-`)),
  ).toEqual([]);
});
