import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, panelRows, workplace, type Workplace } from './run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
});
afterAll(() => place.remove());

const dpd = ['dpd', 'panel.csv', 'y ~ L.y + x', '--gmm', 'y,2:4', '--iv', 'x'];

interface Printed {
  readonly params: Record<string, number>;
  readonly bootstrap?: { reps: number; completed: number; partial: boolean; stdErrors: object };
}

const result = (stdout: string) => JSON.parse(stdout) as Printed;

describe('wasmetrics dpd', () => {
  it('prints a table without escape codes when nobody watches', () => {
    const { status, stdout, stderr } = place.wasmetrics(dpd);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^L1\.y +\d/m);
    expect(stdout).not.toContain('\u001b');
  });

  it('prints the result as JSON', () => {
    const { status, stdout, stderr } = place.wasmetrics([...dpd, '--json']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(Object.keys(result(stdout).params)).toEqual(['L1.y', 'x', '_cons']);
  });

  it('reads data from standard input', () => {
    const { stdout } = place.wasmetrics(['dpd', '-', ...dpd.slice(2)], csv(panelRows()));
    expect(stdout).toBe(place.wasmetrics(dpd).stdout);
  });
});

describe('wasmetrics fit', () => {
  it('gives the result of the command line it was printed from', () => {
    const model = place.file('model.yaml', place.wasmetrics([...dpd, '--print-model']).stdout);
    expect(place.wasmetrics(['fit', model]).stdout).toBe(place.wasmetrics(dpd).stdout);
  });

  it('takes other data with --data', () => {
    const model = place.wasmetrics([...dpd, '--print-model']).stdout;
    const other = place.file('other.csv', csv(panelRows(25)));
    const { stdout } = place.wasmetrics(['fit', '-', '--data', other, '--json'], model);
    expect(stdout).toContain('"ngroups": 25');
  });
});

describe('the bootstrap', () => {
  const reps = ['--bootstrap', '400', '--workers', '2'];

  it('is printed with its replicates, seed and rate', () => {
    const { status, stdout } = place.wasmetrics([...dpd, ...reps]);
    expect(status).toBe(0);
    const flat = stdout.replace(/\s+/g, ' ');
    expect(flat).toMatch(/400 replicates, resampling the units of id; .*seed 1; .* a second/);
  });

  it('is the same for every number of workers', () => {
    const json = [...dpd, '--bootstrap', '400', '--json', '--workers'];
    const [one, two] = ['1', '2'].map((n) => result(place.wasmetrics([...json, n]).stdout));
    expect(one!.bootstrap).toEqual(two!.bootstrap);
  });

  it('reports progress beside JSON only when asked', () => {
    expect(place.wasmetrics([...dpd, ...reps, '--json']).stderr).toBe('');
    const { stderr } = place.wasmetrics([...dpd, ...reps, '--json', '--progress']);
    const events = stderr.trim().split('\n');
    const last = JSON.parse(events.at(-1)!) as object;
    expect(last).toMatchObject({ progress: { done: 400, reps: 400, failed: 0 } });
  });

  it('stopped by Ctrl-C prints what is done and exits with 130', async () => {
    const long = ['--bootstrap', '10000000', '--json', '--progress'];
    const { status, stdout } = await place.interrupted([...dpd, ...long], /"done":[1-9]/);
    expect(status).toBe(130);
    const { bootstrap } = result(stdout);
    expect(bootstrap).toMatchObject({ partial: true, reps: 10_000_000 });
    expect(bootstrap!.completed).toBeGreaterThan(0);
  });

  it('stopped by Ctrl-C is marked as partial in the table', async () => {
    const long = ['--bootstrap', '10000000', '--progress'];
    const { stdout } = await place.interrupted([...dpd, ...long], /bootstrap: [1-9]/);
    expect(stdout).toMatch(/PARTIAL: stopped after [\d,]+ of 10,000,000 replicates/);
  });
});
