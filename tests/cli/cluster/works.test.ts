/** Every command that repeats work, in parts: the bytes of one machine, and files that are not believed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePlain, encodePlain } from 'wasmetrics/jobs';
import { workplace, type Workplace } from '../run.js';
import { csv, panelRows } from '../../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  const rows = panelRows(24).map((row) => ({ ...row, half: Number(row['id']) % 2 }));
  place.file('panel.csv', csv(rows));
  place.file('dpd.yaml', model);
  place.file('study.yaml', study);
});
afterAll(() => place.remove());

const model = `
estimator: dpd
data: panel.csv
panel: { unit: id, time: year }
formula: y ~ L.y + x
gmm: [{ vars: [y], lags: [2, 3] }]
iv: [{ vars: [x] }]
`;

const study = `
study: 1
title: A study
data: panel.csv
panel: { unit: id, time: year }
tables:
  T1:
    models:
      - { estimator: ols, formula: y ~ x + z, bootstrap: { reps: 300, seed: 2 } }
      - { estimator: ols, formula: y ~ x, bootstrap: { reps: 200, ci: [studentized] } }
      - { estimator: dpd, formula: y ~ L.y + x, gmm: [{ vars: [y], lags: [2, 3] }], iv: [{ vars: [x] }] }
  T2:
    model: { estimator: ols, formula: y ~ x + z }
    split: { by: half, levels: [0, 1] }
    compare: { of: x, by: [permutation, bootstrap], reps: 99 }
figures:
  F1: { curve: x, of: T1.1 }
  F2: { bootstrap: x, of: T1.2 }
  F3: { influence: x, of: T1.3 }
`;

async function planned(name: string, args: readonly string[], parts = '3'): Promise<void> {
  const plan = ['plan', '--for', 'parallel', '--parts', parts, '-o', name, '--', ...args];
  const { status, stderr } = await place.wasmetrics(plan);
  expect([status, stderr]).toEqual([0, '']);
}

const run = (name: string, shard: string) => place.wasmetrics(['run', name, '--shard', shard]);
const merge = (name: string, ...more: string[]) => place.wasmetrics(['merge', name, ...more]);

describe('a job folder', () => {
  const formula = ['panel.csv', 'y ~ x + z'];
  it.each([
    ['multiverse', ['panel.csv', 'y ~ x + z + one + year', '--of', 'x']],
    ['multiverse', [...formula, '--of', 'x', '--bootstrap', '49']],
    ['power', ['dpd.yaml', '--reps', '12']],
    ['design', ['dpd.yaml', '--reps', '12', '--units', '12']],
    ['permute', [...formula, '--of', 'x', '--reps', '500']],
    ['groups', [...formula, '--by', 'half', '--of', 'x', '--reps', '120']],
    ['ols', [...formula, '--bootstrap', '300', '--scheme', 'wild', '--ci', 'inverted']],
    ['ols', [...formula, '--bootstrap', '300', '--ci', 'bca']],
    ['study', ['study.yaml', '--no-cache']],
  ])('of %s has the bytes of one machine', async (command, args) => {
    const all = [command, ...args, '--json'];
    const name = `${command}-${args.length}-${args.at(-1)}`;
    const single = await place.wasmetrics(all);
    expect(single.status).toBe(0);
    await planned(name, all, '2');
    for (const shard of ['2/3', '1/2', '2/2']) expect((await run(name, shard)).status).toBe(0);
    const merged = await merge(name);
    expect([merged.stderr, merged.stdout]).toEqual([single.stderr, single.stdout]);
  });

  it('writes all replicates as one machine does, from passes over the parts', async () => {
    const args = ['ols', 'panel.csv', 'y ~ x', '--bootstrap', '500', '--replicates'];
    for (const kind of ['csv', 'arrow']) {
      await place.wasmetrics([...args, `single.${kind}`]);
      await planned(kind, [...args, `merged.${kind}`]);
      await run(kind, '1/1');
      await merge(kind, '--out', '.');
      const [merged, single] = [place.read(`merged.${kind}`), place.read(`single.${kind}`)];
      if (kind === 'csv') expect(merged.equals(single)).toBe(true);
      else expect(tableFromIPC(merged).toString()).toBe(tableFromIPC(single).toString());
    }
  });

  it('with some parts marks a multiverse as partial, and refuses what needs all jobs', async () => {
    const controls = 'y ~ x + z + year + half';
    await planned('some', ['multiverse', 'panel.csv', controls, '--of', 'x', '--json'], '2');
    await run('some', '1/2');
    expect((await merge('some')).stderr).toMatch(
      /expected 8 jobs of multiverse, found 4: missing 4 to 7/,
    );
    const { status, stdout, stderr } = await merge('some', '--allow-partial');
    expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ partial: true })]);
    expect(stderr).toMatch(/^wasmetrics: PARTIAL: 4 of 8 jobs\n$/);
    await planned('all', ['permute', 'panel.csv', 'y ~ x', '--of', 'x', '--reps', '90', '--json']);
    await run('all', '1/3'); // its pieces are as long as the measured speed of the jobs makes them
    expect((await merge('all', '--allow-partial')).stderr).toMatch(
      /expected 90 jobs of permutation, found (\d+): missing \1 to 89; compute them\n/,
    );
  });
});

describe('a broken file of a part', () => {
  const names = ['ols', 'multi'] as const;
  const path = (name: string) => join(place.folder, name, 'parts', '1-of-1.1.wasmjobs');
  const HEAD = 152;

  /** The file with a forged piece after its start: as an attacker writes it, with a right digest. */
  function forged(
    bytes: Buffer,
    {
      claim,
      first,
      end,
      results,
    }: { claim?: bigint; first?: number; end?: number; results?: Uint8Array },
  ): Buffer {
    const length = Number(bytes.readBigUInt64LE(16));
    const head = Buffer.from(bytes.subarray(16, 16 + HEAD));
    const body = results ?? bytes.subarray(16 + HEAD, 16 + HEAD + length);
    head.writeBigUInt64LE(claim ?? BigInt(body.length), 0);
    if (first !== undefined) head.writeDoubleLE(first, 136);
    if (end !== undefined) head.writeDoubleLE(end, 144);
    const hash = createHash('sha256').update(head.subarray(0, 8)).update(head.subarray(72));
    head.write(hash.update(body).digest('hex'), 8, 'latin1');
    return Buffer.concat([bytes.subarray(0, 16), head, body, bytes.subarray(16 + HEAD + length)]);
  }

  const resultsOf = (bytes: Buffer) =>
    bytes.subarray(16 + HEAD, 16 + HEAD + Number(bytes.readBigUInt64LE(16)));
  const valueOf = (bytes: Buffer) => decodePlain(resultsOf(bytes)) as Record<string, unknown>;
  const changed = (bytes: Buffer, more: object) =>
    forged(bytes, { results: encodePlain({ ...valueOf(bytes), ...more }) });

  const forgeries: [string, (bytes: Buffer) => Buffer][] = [
    ['of something else', () => Buffer.from('not a part of a job folder, but text')],
    ['of another format', (bytes) => ((bytes[8] = 9), bytes)],
    ['with a flipped bit', (bytes) => ((bytes[400]! ^= 4), bytes)],
    ['that claims a huge piece', (bytes) => forged(bytes, { claim: 2n ** 63n })],
    ['that claims bytes it lacks', (bytes) => forged(bytes, { claim: 2n ** 27n })],
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 9)],
    ['of jobs below 0', (bytes) => forged(bytes, { first: -64 })],
    ['of half jobs', (bytes) => forged(bytes, { first: 0.5 })],
    ['of NaN jobs', (bytes) => forged(bytes, { end: NaN })],
    ['of jobs beyond the plan', (bytes) => forged(bytes, { first: 2 ** 20, end: 2 ** 20 + 64 })],
    ['with an empty piece', (bytes) => forged(bytes, { results: Buffer.alloc(0) })],
    ['with JSON beyond its bytes', (bytes) => forged(bytes, { results: Buffer.alloc(16, 255) })],
    ['with deep JSON', (bytes) => forged(bytes, { results: deep() })],
    ['with another value', (bytes) => forged(bytes, { results: encodePlain('x') })],
    ['with other jobs in the results', (bytes) => changed(bytes, { first: 64 })],
    ['with a huge count', (bytes) => changed(bytes, { first: 0, count: 2 ** 40, outcomes: null })],
    ['with lists of lists', (bytes) => changed(bytes, { values: [[]], outcomes: [[]] })],
    ['with texts', (bytes) => changed(bytes, { statuses: ['x'], outcomes: [{ estimate: 'x' }] })],
    [
      'with fewer results',
      (bytes) => changed(bytes, { count: 1, statuses: new Int32Array(1), outcomes: [] }),
    ],
    ['with failures that have numbers', (bytes) => changed(bytes, statuses(2))],
    ['with unknown statuses', (bytes) => changed(bytes, statuses(77))],
  ];

  const statuses = (status: number) => ({
    statuses: new Int32Array(64).fill(status),
    outcomes: [{ status }],
  });

  function deep(): Buffer {
    const levels = 200_000;
    const json = Buffer.from(`${'['.repeat(levels)}${']'.repeat(levels)}`);
    const start = Buffer.alloc(8);
    start.writeUInt32LE(json.length, 0);
    return Buffer.concat([start, json]);
  }

  const whole = new Map<string, Buffer>();
  beforeAll(async () => {
    await planned('ols', ['ols', 'panel.csv', 'y ~ x', '--bootstrap', '300', '--json'], '1');
    await planned('multi', ['multiverse', 'panel.csv', 'y ~ x + z', '--of', 'x', '--json'], '1');
    for (const name of names) {
      await run(name, '1/1');
      whole.set(name, readFileSync(path(name)));
    }
  });

  it.each(forgeries)('%s is an error of one line', async (_, forge) => {
    for (const name of names) {
      writeFileSync(path(name), forge(Buffer.from(whole.get(name)!)));
      for (const more of [[], ['--allow-partial']]) {
        const { status, stdout, stderr } = await merge(name, ...more);
        if (more.length > 0 && status === 0) continue; // what is whole may be enough
        expect([status, stdout]).toEqual([3, '']);
        expect(stderr).toMatch(/^wasmetrics: [^\n]{20,500}\n$/);
        expect(stderr).toMatch(/1-of-1\.1\.wasmjobs: expected|merge: expected .* found/);
      }
      expect((await place.wasmetrics(['status', name, '--json'])).status).toBe(0);
    }
  });

  it('is computed again, and another that disagrees stops the merge', async () => {
    writeFileSync(path('ols'), forgeries[2]![1](Buffer.from(whole.get('ols')!)));
    expect((await run('ols', '1/1')).stderr).toMatch(/set aside as 1-of-1.1.wasmjobs.bad/);
    const files = readdirSync(join(place.folder, 'ols', 'parts'));
    expect(files.sort()).toEqual(['1-of-1.1.wasmjobs', '1-of-1.1.wasmjobs.bad']);
    const other = forged(Buffer.from(whole.get('ols')!), {
      results: encodePlain({ ...valueOf(whole.get('ols')!), note: 1 }),
    });
    writeFileSync(join(place.folder, 'ols', 'parts', '1-of-2.1.wasmjobs'), other);
    expect((await merge('ols')).stderr).toMatch(
      /expected equal bytes of jobs 0 to 63 in 1-of-1.1.wasmjobs and 1-of-2.1.wasmjobs/,
    );
    rmSync(join(place.folder, 'ols', 'parts', '1-of-2.1.wasmjobs'));
    expect((await merge('ols')).status).toBe(0);
  });
});
