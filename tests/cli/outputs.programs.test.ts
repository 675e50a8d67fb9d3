/** Files that commands write: before they print, and never over the files that they read. */
import { existsSync, linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const text = csv(panelRows());
const model = `
data: data.csv
panel: { unit: id, time: year }
estimator: dpd
formula: y ~ L.y + x
gmm: [{ vars: y, lags: [2, 4] }]
iv: [{ vars: x }]
`;
const bootstrap = 'bootstrap: { reps: 40 }\n';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('data.csv', text);
  place.file('m.yaml', model + bootstrap);
  place.file('plain.yaml', model);
  mkdirSync(join(place.folder, 'sub'));
  symlinkSync(place.folder, join(place.folder, 'sub/up'));
  symlinkSync('data.csv', join(place.folder, 'link.csv'));
  linkSync(join(place.folder, 'data.csv'), join(place.folder, 'hard.csv'));
});
afterAll(() => place.remove());

const fit = ['fit', 'm.yaml', '--workers', '0'];
const over = ['multiverse', 'plain.yaml', '--over', 'steps: [1, 2]', '--workers', '0'];

describe('an output that is another file of the command is refused', () => {
  it.each([
    ['the data', [...fit, '--replicates', 'data.csv']],
    ['the data by a longer path', [...fit, '--replicates', './sub/../data.csv']],
    ['the data through a link', [...fit, '--replicates', 'link.csv']],
    ['the data through a linked folder', [...fit, '--replicates', 'sub/up/data.csv']],
    ['the data by another name', [...fit, '--replicates', 'hard.csv']],
    ['the data by --data', ['fit', 'm.yaml', '--data', 'link.csv', '--replicates', 'data.csv']],
    ['the model', ['fit', 'm.yaml', '--checkpoint', 'm.yaml']],
    ['the data as a checkpoint', [...fit, '--checkpoint', 'data.csv', '--resume']],
    ['the checkpoint', [...fit, '--checkpoint', 'r.csv', '--replicates', 'sub/up/r.csv']],
    [
      'the data of a shortcut',
      ['ols', 'data.csv', 'y ~ x', '--bootstrap', '9', '--replicates', 'data.csv'],
    ],
    ['the data of a multiverse', [...over, '--csv', 'data.csv']],
    ['its model', [...over, '--svg', 'plain.yaml']],
    ['its other output', [...over, '--svg', 'c.csv', '--csv', './c.csv']],
  ])('%s', async (_, args) => {
    const { status, stdout, stderr } = await place.wasmetrics(args);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(
      /^wasmetrics: --\w+: expected another file than .+ \(.+\), found .+; choose another name$/m,
    );
    expect(place.read('data.csv').toString()).toBe(text);
    expect(place.read('m.yaml').toString()).toBe(model + bootstrap);
    expect(existsSync(join(place.folder, 'r.csv'))).toBe(false);
  });
});

describe('files are written before the result is printed', () => {
  const piped = (args: string, file: string) => {
    const script = `{ node ${main} ${args}; echo $? > status; } | true`;
    spawnSync('bash', ['-c', script], { cwd: place.folder });
    return [place.read('status').toString().trim(), place.read(file).length > 0];
  };

  it('the replicates of a bootstrap, though nobody reads the result', () => {
    expect(piped('fit m.yaml --workers 0 --json --replicates p.csv', 'p.csv')).toEqual(['0', true]);
  });

  it('the table of a multiverse', () => {
    const args = 'multiverse plain.yaml --over "steps: [1, 2]" --workers 0 --csv q.csv';
    expect(piped(args, 'q.csv')).toEqual(['0', true]);
  });
});

it('a device is written to; if that fails, the result is printed and the exit code is 1', async () => {
  symlinkSync('/dev/null', join(place.folder, 'null.csv'));
  const { status, stdout } = await place.wasmetrics([...fit, '--replicates', 'null.csv']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/40 replicates/);
  expect(place.read('null.csv').length).toBe(0);
  symlinkSync('/dev/full', join(place.folder, 'full.csv'));
  const full = await place.wasmetrics([...fit, '--replicates', 'full.csv']);
  expect(full.status).toBe(1);
  expect(full.stderr).toMatch(/full\.csv: writing failed: the disk is full/);
  expect(full.stdout).toMatch(/40 replicates/);
});
