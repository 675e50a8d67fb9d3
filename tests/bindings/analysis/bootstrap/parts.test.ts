/** Parts of several machines: any ranges of replicates, which may overlap, checked against the data. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  bootstrapWork,
  EconError,
  type FitResult,
  fitModel,
  mergeParts,
  readPart,
  type ShardFile,
  toJson,
  withBootstrap,
} from 'wasmetrics';
import { modelOf, simulate } from '../../../properties/panels.js';
import { asRead, forged, memory } from './storage/storage.js';

const panel = simulate({ units: 40, periods: 7, seed: 8 });
const fitted = fitModel(panel, modelOf({}, true));
const options = { reps: 600, seed: 4, workers: 0, ci: ['bca', 'percentile'] } as const;
const computed = new Map<string, Promise<ShardFile>>();

function part(index: number, of: number): Promise<ShardFile> {
  const name = `${index}-of-${of}`;
  const file = computed.get(name) ?? compute(name, index, of);
  computed.set(name, file);
  return file;
}

async function compute(name: string, index: number, of: number, fit?: FitResult) {
  const checkpoint = memory();
  const all = { ...options, checkpoint, shard: { index, of } };
  await bootstrap(fit ?? (await fitted), all).result;
  return { name, bytes: asRead(checkpoint.written.at(-1))! };
}

async function refusal(files: readonly ShardFile[]): Promise<string> {
  const error: unknown = await mergeParts(await fitted, options, files).catch((e: unknown) => e);
  if (error instanceof EconError) return `${error.code}: ${error.message}`;
  throw new Error('expected a refusal', { cause: error });
}

describe('merged parts', () => {
  test('are the single run for every cover by parts of any numbers, in any order', async () => {
    const fit = await fitted;
    const run = bootstrap(fit, options);
    const whole = toJson(withBootstrap(fit, await run.result));
    const cover = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.array(fc.tuple(fc.nat(6), fc.nat(6))))
      .map(([of, others]) => [
        ...Array.from({ length: of }, (_, i) => [i + 1, of] as const),
        ...others.map(([a, b]) => [Math.min(a, b) + 1, Math.max(a, b) + 1] as const),
      ]);
    await fc.assert(
      fc.asyncProperty(
        cover.chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length })),
        async (parts) => {
          const files = await Promise.all(parts.map(([index, of]) => part(index, of)));
          const { result, replicates } = await mergeParts(fit, options, files);
          expect(toJson(result)).toBe(whole);
          expect(replicates).toEqual(await run.replicates);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('say what is missing, and count it where a partial result is allowed', async () => {
    const files = [await part(1, 4), await part(3, 4)];
    expect(await refusal(files)).toBe(
      'missing-replicates: merge: expected 600 replicates, found 300: missing 150 to 299, 450 to 599; compute them or allow a partial result',
    );
    const { result } = await mergeParts(await fitted, options, files, { allowPartial: true });
    expect(result.bootstrap).toMatchObject({ reps: 600, completed: 300, partial: true });
    expect(result.bootstrap!.warnings[0]!.message).toBe('stopped after 300 of 600 replicates');
    expect(await refusal([])).toMatch(/^missing-replicates: .* found 0: missing 0 to 599/);
  });

  test('of other data, options or builds are refused by what differs', async () => {
    const shifted = { ...panel, y: panel['y']!.map((value) => value + 1) };
    const other = await compute('other', 2, 2, await fitModel(shifted, modelOf({}, true)));
    expect(await refusal([await part(1, 2), other])).toMatch(
      /^other-run: other: belongs to another run: expected data "/,
    );
    const { run, width } = await bootstrapWork(await fitted, { ...options, seed: 5 });
    expect(width).toBe(run.statistics.length + Object.keys((await fitted).params).length);
    await expect(readPart(await part(1, 2), run)).rejects.toThrow(/expected seed 5, found 4/);
    const { sha256 } = (await fitted).engine;
    const bytes = forged((await part(1, 2)).bytes, (json) =>
      json.replaceAll(sha256, 'ab'.repeat(32)),
    );
    expect(await refusal([{ name: 'foreign', bytes }])).toMatch(
      /^other-run: foreign: .*build "\w+", found "abab/,
    );
  });
});

describe('a broken part', () => {
  test('whose replicates differ from those of another is refused by both names', async () => {
    const { bytes } = await part(1, 2);
    const changed = Uint8Array.from(bytes);
    changed[80 + new DataView(changed.buffer).getUint32(8, true) + 20]! ^= 1;
    const wrong = { name: 'wrong', bytes: forged(changed, (json) => json) };
    expect(await refusal([await part(1, 1), wrong])).toMatch(
      /^unequal-parts: merge: expected equal bytes of replicate 0 in 1-of-1 and wrong, found others/,
    );
  });

  test('that is cut, has flipped bits or claims another length is a bad checkpoint', async () => {
    const { bytes } = await part(1, 2);
    const damage = fc.oneof(
      fc.nat(bytes.length - 1).map((length) => bytes.slice(0, length)),
      fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)).map(([place, bit]) => {
        const flipped = Uint8Array.from(bytes);
        flipped[place]! ^= 1 << bit;
        return flipped;
      }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((length) => {
        const oversize = Uint8Array.from(bytes);
        new DataView(oversize.buffer).setUint32(8, length, true);
        return oversize;
      }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        fc.pre(!Buffer.from(bytes).equals(damaged));
        expect(await refusal([{ name: 'broken', bytes: damaged }])).toMatch(
          /^bad-checkpoint: broken/,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('with the right digest and a header that lies is refused too', async () => {
    const { bytes } = await part(1, 2);
    const lies: readonly ((json: string) => string)[] = [
      (json) => json.replace('"first":0', '"first":-1'),
      (json) => json.replace('"end":300', '"end":9007199254740991'),
      (json) => json.replace('"end":300', '"end":299'),
      (json) => json.replace(/"width":\d+/, '"width":1e308'),
      (json) => json.replace('{"run":', `{"x":${'['.repeat(1e5)}${']'.repeat(1e5)},"run":`),
      (json) => json.replace('"model":{', `"model":{"x":${'['.repeat(1e5)}${']'.repeat(1e5)},`),
      () => '',
    ];
    for (const lie of lies) {
      const file = { name: 'lie', bytes: forged(bytes, lie) };
      expect(await refusal([file])).toMatch(/^bad-checkpoint: lie: /);
    }
    const file = Uint8Array.from(bytes);
    file[file.length - 1] = 7; // a status that the core never returns
    const status = { name: 'lie', bytes: forged(file, (json) => json) };
    expect(await refusal([status])).toMatch(/^bad-checkpoint: lie: expected statuses/);
  });
});
