import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
});
afterAll(() => place.remove());

const dpd = ['dpd', 'panel.csv', 'y ~ L.y + x', '--gmm', 'y,2:4', '--iv', 'x'];

interface Printed {
  readonly params: Record<string, number>;
  readonly bootstrap?: object;
}

const result = (stdout: string) => JSON.parse(stdout) as Printed;

describe('wasmetrics dpd', () => {
  it('prints a table without escape codes when nobody watches', async () => {
    const { status, stdout, stderr } = await place.wasmetrics(dpd);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^L1\.y +\d/m);
    expect(stdout).not.toContain('\u001b');
  });

  it('prints the result as JSON', async () => {
    const { status, stdout, stderr } = await place.wasmetrics([...dpd, '--json']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(Object.keys(result(stdout).params)).toEqual(['L1.y', 'x', '_cons']);
  });

  it('reads data from standard input', async () => {
    const { stdout } = await place.wasmetrics(['dpd', '-', ...dpd.slice(2)], csv(panelRows()));
    expect(stdout).toBe((await place.wasmetrics(dpd)).stdout);
  });
});

describe('wasmetrics fit', () => {
  it('gives the result of the command line it was printed from', async () => {
    const model = place.file(
      'model.yaml',
      (await place.wasmetrics([...dpd, '--print-model'])).stdout,
    );
    expect((await place.wasmetrics(['fit', model])).stdout).toBe(
      (await place.wasmetrics(dpd)).stdout,
    );
  });

  it('takes other data with --data', async () => {
    const model = (await place.wasmetrics([...dpd, '--print-model'])).stdout;
    const other = place.file('other.csv', csv(panelRows(25)));
    const { stdout } = await place.wasmetrics(['fit', '-', '--data', other, '--json'], model);
    expect(stdout).toContain('"ngroups": 25');
  });
});

describe('the bootstrap', () => {
  const reps = ['--bootstrap', '400', '--workers', '2'];

  it('is printed with its replicates, seed and rate', async () => {
    const { status, stdout } = await place.wasmetrics([...dpd, ...reps]);
    expect(status).toBe(0);
    const flat = stdout.replace(/\s+/g, ' ');
    expect(flat).toMatch(/400 replicates, resampling the units of id; .*seed 1; .* per second/);
  });

  it('is the same for every number of workers', async () => {
    const json = [...dpd, '--bootstrap', '400', '--json', '--workers'];
    const [one, two] = await Promise.all(['1', '2'].map((n) => place.wasmetrics([...json, n])));
    expect(result(one!.stdout).bootstrap).toEqual(result(two!.stdout).bootstrap);
  });

  it('reports progress beside JSON only when asked', async () => {
    expect((await place.wasmetrics([...dpd, ...reps, '--json'])).stderr).toBe('');
    const { stderr } = await place.wasmetrics([...dpd, ...reps, '--json', '--progress']);
    const events = stderr.trim().split('\n');
    const last = JSON.parse(events.at(-1)!) as object;
    expect(last).toMatchObject({ progress: { done: 400, reps: 400, failed: 0 } });
  });

  it('stopped by Ctrl-C is marked as partial in the table', async () => {
    const long = ['--bootstrap', '10000000', '--progress'];
    const { status, stdout } = await place.interrupted([...dpd, ...long], /bootstrap: [1-9]/);
    expect(status).toBe(130);
    expect(stdout).toMatch(/PARTIAL: stopped after [\d,]+ of 10,000,000 replicates/);
  });
});
