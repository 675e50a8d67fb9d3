/** Parts of a bootstrap, computed anywhere and joined. */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type FitResult,
  fitModel,
  iv,
  mergeShards,
  type ShardFile,
  type ShardOptions,
  toJson,
  withBootstrap,
} from 'wasmetrics';
import { mix } from '../../../../bench/random.js';
import { modelOf, simulate } from '../../../properties/panels.js';
import { asRead, forged, memory } from './storage/storage.js';

const panel = simulate({ units: 60, periods: 8, seed: 5 });
const fitted = fitModel(panel, modelOf({}, true));
const options = { reps: 1000, seed: 4, workers: 0, ci: ['basic', 'percentile'] } as const;

async function shard(
  index: number,
  of: number,
  others: Partial<ShardOptions> = {},
  fit?: FitResult,
): Promise<ShardFile> {
  const checkpoint = memory();
  const all = { ...options, checkpoint, shard: { index, of }, ...others };
  await bootstrap(fit ?? (await fitted), all).result;
  return { name: `part ${index}`, bytes: asRead(checkpoint.written.at(-1))! };
}

function shards(of: number, others: Partial<ShardOptions> = {}): Promise<ShardFile[]> {
  return Promise.all(Array.from({ length: of }, (_, i) => shard(i + 1, of, others)));
}

describe('merged shards', () => {
  test.each([1, 2, 3, 7])('are the single run, byte for byte: %i of them', async (of) => {
    const fit = await fitted;
    const whole = bootstrap(fit, options);
    const parts = await shards(of);
    const { result, replicates } = await mergeShards(parts.reverse());
    expect(toJson(result)).toBe(toJson(withBootstrap(fit, await whole.result)));
    expect(replicates).toEqual(await whole.replicates);
  });

  test.each([
    ['percentile', ['firstStageF', 'andersonRubin']],
    ['studentized', ['firstStageF']],
  ] as const)('of instruments are the single run: %s with %j', async (ci, statistics) => {
    const uniform = (salt: number) =>
      Array.from({ length: 120 }, (_, row) => mix(row + 1000 * salt) / 2 ** 32);
    const [w, z, z2, u] = [uniform(1), uniform(2), uniform(3), uniform(4)];
    const x = z.map((value, row) => value + z2[row]! + u[row]!);
    const y = x.map((value, row) => value + w[row]! + u[row]!);
    const fit = await iv({ y, x, w, z, z2 }, { formula: 'y ~ w | x ~ z + z2' });
    const all = { reps: 200, seed: 4, workers: 0, ci: [ci], statistics };
    const whole = await bootstrap(fit, all).result;
    const parts = await Promise.all([1, 2].map((index) => shard(index, 2, all, fit)));
    const { result } = await mergeShards(parts);
    expect(toJson(result)).toBe(toJson(withBootstrap(fit, whole)));
  });

  test('stop where a single run would have reached its precision', async () => {
    const fit = await fitted;
    const precise = { reps: 5000, precision: 0.03 };
    const whole = await bootstrap(fit, { ...options, ...precise }).result;
    expect(whole.completed).toBeLessThan(5000);
    const { result } = await mergeShards(await shards(3, precise));
    expect(toJson(result)).toBe(toJson(withBootstrap(fit, whole)));
  });
});

describe('a shard', () => {
  test('says which replicates it has, and parts of uneven size have all of them once', async () => {
    const checkpoint = () => memory();
    const parts = await Promise.all(
      [1, 2, 3].map(
        async (index) =>
          bootstrap(await fitted, {
            ...options,
            checkpoint: checkpoint(),
            shard: { index, of: 3 },
          }).result,
      ),
    );
    expect(parts.map(({ first, end }) => [first, end])).toEqual([
      [0, 333],
      [333, 666],
      [666, 1000],
    ]);
    expect(parts.map(({ completed, partial }) => [completed, partial])).toEqual([
      [333, false],
      [333, false],
      [334, false],
    ]);
  });

  test.each([
    [0, 2],
    [3, 2],
    [1.5, 2],
    [1, 1001],
  ])('%d/%d is refused', async (index, of) => {
    const all = { ...options, checkpoint: memory(), shard: { index, of } };
    const fit = await fitted;
    expect(() => bootstrap(fit, all)).toThrow(
      `bootstrap: shard: expected a part from 1/1 to 1000/1000, found ${index}/${of}`,
    );
  });

  test('that cannot be written is an error', async () => {
    const full = { ...memory(), write: () => Promise.reject(new Error('no space')) };
    const all = { ...options, checkpoint: full, shard: { index: 1, of: 2 } };
    await expect(bootstrap(await fitted, all).result).rejects.toMatchObject({
      code: 'checkpoint-not-written',
    });
  });
});

describe('merging refuses', () => {
  async function refusal(files: readonly ShardFile[]): Promise<[code: string, message: string]> {
    try {
      await mergeShards(files);
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return [code, message];
    }
    throw new Error('expected a refusal');
  }

  test('shards that are missing, naming them', async () => {
    expect(await refusal([await shard(2, 4)])).toEqual([
      'missing-shards',
      'merge: expected 4 shards, found 1: missing 1/4, 3/4, 4/4',
    ]);
    expect((await refusal([]))[0]).toBe('missing-shards');
  });

  test('shards that are there twice, naming their files', async () => {
    const [first, second] = await shards(2);
    expect(await refusal([first!, second!, { ...second!, name: 'copy' }])).toEqual([
      'duplicate-shards',
      'merge: expected each shard once, found shard 2/2 in part 2 and copy',
    ]);
  });

  test('a shard that was stopped', async () => {
    const stop = new AbortController();
    const checkpoint = memory();
    const run = bootstrap(await fitted, {
      ...options,
      checkpoint,
      shard: { index: 2, of: 2 },
      signal: stop.signal,
    });
    for await (const { done } of run) if (done > 0) stop.abort();
    const { partial, completed } = await run.result;
    expect(partial).toBe(true);
    const stopped = { name: 'part 2', bytes: checkpoint.written.at(-1)! };
    expect(await refusal([await shard(1, 2), stopped])).toEqual([
      'unfinished-shards',
      `merge: expected finished shards; resume them: part 2 (shard 2/2) has ${completed} of its 500 replicates`,
    ]);
  });

  test('shards of another seed, number of replicates or of shards, or asked for something else', async () => {
    const first = await shard(1, 2);
    const others = [
      [shard(2, 2, { seed: 5 }), 'seed 4, found 5'],
      [shard(2, 2, { reps: 900 }), 'reps 1000, found 900'],
      [shard(2, 3), 'shards 2, found 3'],
      [shard(2, 2, { ci: ['normal'] }), 'ci ["basic","percentile"], found ["normal"]'],
      [shard(2, 2, { precision: 0.1 }), 'precision nothing, found 0.1'],
    ] as const;
    for (const [other, words] of others) {
      const message = `part 2: belongs to another run: expected ${words}`;
      expect(await refusal([first, await other])).toEqual(['other-run', message]);
    }
  });

  test('shards of another model, of other data and of another build', async () => {
    const first = await shard(1, 2);
    const h2 = await shard(2, 2, {}, await fitModel(panel, modelOf({ h: 2 }, true)));
    expect((await refusal([first, h2]))[1]).toMatch(/expected model\.h 3, found 2/);
    const shifted = { ...panel, y: panel['y']!.map((value) => value + 1) };
    const data = await shard(2, 2, {}, await fitModel(shifted, modelOf({}, true)));
    expect((await refusal([first, data]))[1]).toMatch(/expected data "\w+", found "\w+"$/);
    const { sha256 } = (await fitted).engine;
    const bytes = forged(first.bytes, (json) => json.replaceAll(sha256, '0'.repeat(64)));
    const foreign = { name: 'foreign', bytes };
    expect((await refusal([foreign]))[1]).toMatch(/^foreign: .* build "\w+", found "0000/);
  });

  test('a shard whose fit is not that of the others', async () => {
    const [first, second] = await shards(2);
    const bytes = forged(second!.bytes, (json) => json.replace(/"nobs":\d+/, '"nobs":1'));
    const message =
      'part 2: belongs to another run: expected fit.nobs as in part 1, found another; compute both shards again';
    expect(await refusal([first!, { name: 'part 2', bytes }])).toEqual(['other-run', message]);
  });

  test('shards among very many, naming the first of those that are missing', async () => {
    const bytes = forged((await shard(1, 1000)).bytes, (json) => json);
    const [code, message] = await refusal([{ name: 'part 1', bytes }]);
    expect(code).toBe('missing-shards');
    expect(message).toMatch(/found 1: missing 2\/1000, .*, 21\/1000 and 979 more$/);
  });
});
