/** Tasks that come from other machines: data of a known kind, and never code. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../../bindings/core/errors/errors.js';
import { bootstrapStatistic } from '../../../../bindings/analysis/resampling/index.js';
import { computeJobs } from '../../../../bindings/workers/compute-jobs.js';
import { checkTask, isChunkOf } from '../../../../bindings/workers/outside.js';
import { studyOf } from '../../../../bindings/workers/studies.js';

const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mark = join(folder, 'was-here');
const file = join(folder, 'code.mjs');
const code = `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(mark)}, '');
export default (rows) => rows.length;
`;
writeFileSync(file, code);

const task = (module: string, more: object = {}) => ({
  kind: 'statistic',
  plan: 'bootstrap',
  data: 9,
  nrows: 9,
  nunits: 9,
  seed: 1,
  width: 1,
  statistic: { module, name: 'default' },
  ...more,
});

describe('a task from outside', () => {
  const modules = [
    `data:text/javascript,${encodeURIComponent(code)}`,
    pathToFileURL(file).href,
    file,
    'node:child_process',
    'https://example.com/x.mjs',
  ];

  it.each(modules)('that names code (%s) is refused before anything is loaded', async (module) => {
    const ranges = [{ first: 0, end: 1 }];
    const computed = computeJobs(task(module), { ranges, workers: 0, take: () => undefined });
    await expect(computed).rejects.toMatchObject({
      code: 'code-in-task',
      message: expect.stringMatching(/expected a task that is data, found one that names code/),
    });
    expect(() => checkTask(task(module))).toThrow(InputError);
    expect(existsSync(mark)).toBe(false);
  });

  it('of any other value is no task', () => {
    const odd = fc.oneof(fc.anything(), fc.record({ kind: fc.anything() }));
    fc.assert(
      fc.property(odd, (value) => {
        expect(() => checkTask(value)).toThrow(expect.objectContaining({ code: 'bad-task' }));
      }),
      { seed: 34 },
    );
    const inherited = Object.create({ kind: 'unit-moments' }) as object;
    const prototype = JSON.parse('{"__proto__": {"kind": "unit-moments"}}') as object;
    for (const value of [
      inherited,
      prototype,
      { kind: ['unit-moments'] },
      { kind: 'constructor' },
    ]) {
      expect(() => checkTask(value)).toThrow(expect.objectContaining({ code: 'bad-task' }));
    }
  });

  it('of each kind of analysis is one', () => {
    for (const kind of ['unit-moments', 'unit-sums', 'drawn-rows', 'weak-places']) {
      expect(studyOf({ kind })).toBeDefined();
      expect(() => checkTask({ kind })).not.toThrow();
    }
  });
});

describe('a chunk from outside', () => {
  it('is of the jobs that were sent, with the types of the analysis', () => {
    const chunk = (first: number, count: number) => ({
      first,
      count,
      values: new Float64Array(2 * count),
      statuses: new Int32Array(count),
    });
    const sent = { kind: 'unit-moments' };
    expect(isChunkOf(sent, { first: 4, end: 8 }, chunk(4, 4))).toBe(true);
    for (const other of [chunk(0, 4), chunk(4, 3), chunk(4, 8), null, 'x', {}, { first: 4 }]) {
      expect(isChunkOf(sent, { first: 4, end: 8 }, other)).toBe(false);
    }
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(isChunkOf(sent, { first: 0, end: 1 }, value)).toBe(false);
      }),
      { seed: 34 },
    );
    expect(() => isChunkOf({ kind: 'statistic' }, { first: 0, end: 1 }, {})).toThrow(InputError);
    expect(() => isChunkOf(sent, { first: NaN, end: 1 }, {})).toThrow(/expected a range/);
  });
});

it('a statistic of the caller still runs in the threads of this process', async () => {
  const rows = { reps: 20, seed: 3 };
  const here = await bootstrapStatistic(9, (drawn) => drawn.length, rows);
  const there = await bootstrapStatistic(
    9,
    { module: pathToFileURL(file) },
    { ...rows, workers: 1 },
  );
  expect(there.replicates).toEqual(here.replicates);
  expect(existsSync(mark)).toBe(true);
});
