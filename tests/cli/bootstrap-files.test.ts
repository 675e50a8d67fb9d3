/** Files of a bootstrap: checkpoints, replicates. */
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from 'wasmetrics/data';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
});
afterAll(() => place.remove());

const dpd = ['dpd', 'panel.csv', 'y ~ L.y + x', '--gmm', 'y,2:4', '--iv', 'x'];
const boot = [...dpd, '--bootstrap', '600', '--json', '--workers', '1'];

describe('--checkpoint', () => {
  it('is refused for another seed, with the exit code of wrong input', async () => {
    const of = (seed: string) => [...boot, '--seed', seed, '--checkpoint', 'seed.wasmreps'];
    expect((await place.wasmetrics(of('1'))).status).toBe(0);
    const { status, stderr } = await place.wasmetrics([...of('2'), '--resume']);
    expect(status).toBe(3);
    const message = 'seed.wasmreps: belongs to another run: expected seed 2, found 1';
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'other-run', message } });
    const again = JSON.parse((await place.wasmetrics(of('1'))).stderr) as object;
    expect(again).toMatchObject({ error: { code: 'checkpoint-exists' } });
  });

  it('that cannot be written is an error before anything is computed', async () => {
    const { status, stderr, stdout } = await place.wasmetrics([
      ...boot,
      '--checkpoint',
      'no/where',
    ]);
    expect([status, stdout]).toEqual([3, '']);
    const message = 'no/where: cannot be written: the folder does not exist';
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'file-not-writable', message } });
  });
});

describe('--replicates', () => {
  it('writes the same table as CSV and as Arrow', async () => {
    const { stdout } = await place.wasmetrics([...boot, '--replicates', 'draws.csv']);
    await place.wasmetrics([...boot, '--replicates', 'draws.arrow']);
    const { columns, nrows } = parseCsv(place.read('draws.csv').toString());
    expect(nrows).toBe(600);
    const names = ['_replicate', '_status', '_singular', 'L1.y', 'x', '_cons', '_hansen'];
    expect([...columns.keys()]).toEqual(names);
    const table = tableFromIPC(place.read('draws.arrow'));
    expect(table.schema.fields.map(({ name }) => name)).toEqual(names);
    for (const [name, { values }] of columns) {
      expect([...table.getChild(name)!]).toEqual([...values]);
    }
    const x = [...columns.get('x')!.values] as number[];
    const mean = x.reduce((sum, value) => sum + value, 0) / 600;
    const se = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 599);
    const { bootstrap } = JSON.parse(stdout) as { bootstrap: { stdErrors: { x: number } } };
    expect(bootstrap.stdErrors.x / se).toBeCloseTo(1, 12);
  });

  it('that cannot be written are an error before anything is computed', async () => {
    const file = join('no', 'where.csv');
    const { status, stdout, stderr } = await place.wasmetrics([...boot, '--replicates', file]);
    expect([status, stdout]).toEqual([3, '']);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'file-not-writable', detail: { file } },
    });
  });
});

describe('options without effect are usage errors', () => {
  it.each([
    [[...dpd, '--checkpoint', 'a'], '--checkpoint needs a bootstrap'],
    [[...dpd, '--replicates', 'a.csv'], '--replicates needs a bootstrap'],
    [[...boot, '--resume'], '--resume needs --checkpoint'],
    [[...boot, '--shard', '1/2'], "unknown option '--shard'"],
    [['run', 'job', '--shard', '3/2'], 'Expected i/N with i from 1 to N, such as 2/4.'],
    [[...boot, '--replicates', 'a.txt'], 'Expected a file that ends in .csv or .arrow.'],
    [[...dpd, '--precision', '0.01'], '--precision needs --bootstrap'],
  ])('%j', async (args, message) => {
    const { status, stderr } = await place.wasmetrics(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('more replicates than memory holds', () => {
  it('are rejected before the first, with the bytes needed', async () => {
    const args = [...dpd, '--bootstrap', '1000000000', '--json'];
    const { status, stderr } = await place.wasmetrics(args);
    expect(status).toBe(3);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'too-many-replicates', detail: { reps: 1e9, bytes: 44e9 } },
    });
  });
});
