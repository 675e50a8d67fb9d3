/** Arrays and results that a program can have from elsewhere. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as here from 'wasmetrics';
import { bootstrapStatistic, bootstrapSums } from 'wasmetrics/resampling';
import { readTable } from 'wasmetrics/data';
import { toJson, toText } from 'wasmetrics/report';
import { model as dynamicModel, simulatedRows } from './analysis/montecarlo/process/panel.js';

const { bootstrap, compareDesigns, compareGroups, fit, loadEngine } = here;
const { ols, permutationTest, simulatePower, wald } = here;

const x = Array.from({ length: 60 }, (_, i) => Math.sin(i));
const y = x.map((value, i) => 2 * value + Math.cos(3 * i));

let expected: here.FitResult;
beforeAll(async () => {
  expected = await ols({ y, x }, 'y ~ x');
});

function shared(values: readonly number[]): Float64Array {
  const array = new Float64Array(new SharedArrayBuffer(8 * values.length));
  array.set(values);
  return array;
}

describe('columns', () => {
  const proxied = (list: readonly number[]) => new Proxy([...list], {});
  const foreign = runInNewContext('({ y: Float64Array.from(y), x: Array.from(x) })', { y, x });

  test.each([
    ['frozen', Object.freeze({ y: Object.freeze([...y]), x: Object.freeze([...x]) })],
    ['of shared memory', { y: shared(y), x: shared(x) }],
    ['behind proxies', new Proxy({ y: proxied(y), x: proxied(x) }, {})],
    ['of another realm', foreign as { readonly y: number[]; readonly x: number[] }],
  ])('%s have the bits of others, in bootstraps too', async (_, data) => {
    const found = await ols(data as here.DataInput, 'y ~ x');
    expect(found.params).toEqual(expected.params);
    const options = { reps: 2000, workers: 2 } as const;
    expect(await bootstrap(found, options)).toEqual(await bootstrap(expected, options));
  });

  test('that a proxy makes unreadable are refused', async () => {
    const data = { y: new Proxy(Float64Array.from(y), {}), x };
    await expect(ols(data, 'y ~ x')).rejects.toMatchObject({ code: 'bad-data' });
  });
});

describe('a result', () => {
  test.each([
    ['frozen', () => Object.freeze(expected)],
    ['behind a proxy', () => new Proxy(expected, {})],
  ])('%s is bootstrapped as it is', async (_, given) => {
    const options = { reps: 99, workers: 0 } as const;
    expect(await bootstrap(given(), options)).toEqual(await bootstrap(expected, options));
  });

  test.each([
    ['of another realm', () => runInNewContext('JSON.parse(text)', { text: toJson(expected) })],
    ['that was cloned for a message', () => structuredClone(expected)],
  ])('%s is printed and tested, and has no data', async (_, given) => {
    const foreign = given() as here.FitResult;
    expect(toText(foreign)).toBe(toText(expected));
    const [of, ofExpected] = [await wald(foreign, ['x = 1']), await wald(expected, ['x = 1'])];
    expect(of).toEqual(ofExpected);
    expect(() => bootstrap(foreign, { reps: 9 })).toThrow(
      expect.objectContaining({ code: 'result-without-data' }),
    );
  });
});

describe('two copies of the package in one process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-copy-'));
  let other: typeof here;
  beforeAll(async () => {
    cpSync(fileURLToPath(new URL('../../dist/', import.meta.url)), folder, { recursive: true });
    other = (await import(pathToFileURL(join(folder, 'esm/index.js')).href)) as typeof here;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('estimate the same and bootstrap at the same time', async () => {
    expect(other.fit).not.toBe(fit);
    const theirs = await other.ols({ y, x }, 'y ~ x');
    const options = { reps: 3000, workers: 2 } as const;
    const [a, b] = await Promise.all([
      bootstrap(expected, options),
      other.bootstrap(theirs, options),
    ]);
    expect(a).toEqual(b);
  });

  test('read results of each other, and say that the data are not in them', async () => {
    const theirs = await other.ols({ y, x }, 'y ~ x');
    expect(await wald(theirs, ['x = 1'])).toEqual(await wald(expected, ['x = 1']));
    expect(() => bootstrap(theirs, { reps: 9 })).toThrow(
      expect.objectContaining({ code: 'result-without-data' }),
    );
  });

  test('take engines of each other', async () => {
    const engine = await other.loadEngine();
    const found = await ols({ y, x }, { formula: 'y ~ x', engine });
    expect(found.params).toEqual(expected.params);
    expect((await loadEngine()).info).toEqual(engine.info);
  });
});

describe('what a function of the caller throws', () => {
  const mine = new Error('mine');
  const fails = () => {
    throw mine;
  };
  let calls = 0;
  const failsLater = () => {
    if (calls++ > 0) throw mine;
    return 1;
  };
  const storage = { name: 'kept', read: fails, write: () => Promise.resolve() };
  const start = (options: object) => () =>
    bootstrap(expected, { reps: 99, workers: 0, ...options }).result;

  test.each<[string, () => Promise<unknown>]>([
    ['that reports progress', start({ onProgress: fails })],
    [
      'that reports the progress of a fit',
      () => ols({ y, x }, { formula: 'y ~ x', onProgress: fails }),
    ],
    [
      'that reports permutations',
      () => permutationTest(expected, { of: 'x', reps: 99, onProgress: fails }),
    ],
  ])('%s reaches the caller', async (_, run) => {
    await expect(run()).rejects.toBe(mine);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a statistic', () => bootstrapStatistic(x, fails, { reps: 9 })],
    ['a statistic of resampled rows', () => bootstrapStatistic(x, failsLater, { reps: 9 })],
    ['a storage that is read', start({ checkpoint: storage, resume: true })],
    ['a storage that is written', start({ checkpoint: { ...storage, write: fails } })],
    ['a runner', start({ runner: { run: fails } })],
    [
      'a getter of the data',
      () =>
        ols(
          {
            get y(): number[] {
              return fails();
            },
            x,
          },
          'y ~ x',
        ),
    ],
  ])('in %s is the cause of a typed error', async (_, run) => {
    calls = 0;
    await expect(run()).rejects.toMatchObject({ code: expect.any(String), cause: mine });
  });
});

test('reading stops where the signal aborts', async () => {
  const stop = new AbortController();
  const lines = Array.from({ length: 200_000 }, (_, i) => `${i},${i % 7}`);
  const bytes = new TextEncoder().encode(['a,b', ...lines].join('\n'));
  let rows = 0;
  const onProgress = (progress: { readonly rows: number }) => {
    rows = progress.rows;
    stop.abort(new Error('enough'));
  };
  await expect(readTable(bytes, { signal: stop.signal, onProgress })).rejects.toThrow('enough');
  expect(rows).toBeLessThan(100_000);
});

describe('1e9 replicates', () => {
  const reps = 1e9;
  const dynamic = () => fit(simulatedRows(60, 7), dynamicModel);
  const halves = { y, x, half: x.map((_, i) => i % 2) };
  const linear = { estimator: 'ols', formula: 'y ~ x' } as const;

  test('do not fit into memory, and are refused', () => {
    expect(() => bootstrap(expected, { reps })).toThrow(
      expect.objectContaining({ code: 'too-many-replicates' }),
    );
  });

  test.each([
    ['bootstrapStatistic', () => bootstrapStatistic(x, (rows) => rows[0]!, { reps })],
    ['bootstrapSums', () => bootstrapSums([x], ([sum], n) => sum! / n, { reps })],
  ])('are more than %s takes', async (_, start) => {
    await expect(start()).rejects.toMatchObject({ code: 'bad-value' });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['simulatePower', async () => simulatePower(await dynamic(), { reps })],
    ['compareDesigns', async () => compareDesigns(await dynamic(), { reps })],
    ['compareGroups', () => compareGroups(halves, linear, { by: 'half', of: 'x', reps })],
  ])('of %s do not fit either, and say the memory', async (_, start) => {
    await expect(start()).rejects.toMatchObject({
      code: 'too-many-replicates',
      detail: { reps, bytes: expect.any(Number), limit: 2 ** 31 },
    });
  });

  test('of permutations are counted, and stop when the signal says so', async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('enough'));
    const run = permutationTest(expected, {
      of: 'x',
      reps,
      workers: 0,
      signal: stop.signal,
      onProgress,
    });
    await expect(run).rejects.toThrow('enough');
  });
});

test.each(['iv', 'panel', 'toString'])('ols refuses a model of %s', async (estimator) => {
  const options = { formula: 'y ~ x', estimator } as { readonly formula: string };
  await expect(ols({ y, x }, options)).rejects.toThrow(
    `ols: estimator: expected ols, found ${estimator}`,
  );
});
