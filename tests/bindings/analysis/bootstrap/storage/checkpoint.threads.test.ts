/** Stopping and going on: the same bits as without. */
import { describe, expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, type FitResult, fitModel, InputError } from 'wasmetrics';
import type { CheckpointStorage } from 'wasmetrics/jobs';
import { modelOf, simulate } from '../../../../properties/panels.js';
import { filling, forged, memory } from './storage.js';

const panel = simulate({ units: 60, periods: 8, seed: 5 });
const fitted = fitModel(panel, modelOf({}, true));
const REPS = 20_000;

/** What a run leaves that resumes `bytes` and is stopped when `after` replicates are done. */
async function stoppedAfter(after: number, bytes?: Uint8Array) {
  const stop = new AbortController();
  const checkpoint = memory(bytes);
  const options = { reps: REPS, seed: 4, workers: 2, checkpoint, resume: bytes !== undefined };
  const run = bootstrap(await fitted, { ...options, signal: stop.signal });
  for await (const { done } of run) if (done >= after) stop.abort();
  const result = await run.result;
  expect(result.partial).toBe(true);
  return checkpoint.written.at(-1)!;
}

async function refusal(bytes: Uint8Array, fit: FitResult, options: Partial<BootstrapOptions>) {
  const checkpoint = memory(bytes);
  const { result } = bootstrap(fit, {
    reps: REPS,
    seed: 4,
    workers: 0,
    checkpoint,
    resume: true,
    ...options,
  });
  const error = await result.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  expect(checkpoint.written).toEqual([bytes]); // what was there is left as it was
  return error as InputError;
}

describe('a bootstrap that was stopped', () => {
  test.each([1, 2500, 5000])(
    'after %i replicates and resumed has every bit of one that was not',
    async (after) => {
      const fit = await fitted;
      const bytes = await stoppedAfter(after);
      const checkpoint = memory(bytes);
      const options = { reps: REPS, seed: 4, workers: 2 };
      const heard: number[] = [];
      const onProgress = ({ done }: { readonly done: number }) => heard.push(done);
      const resumed = bootstrap(fit, { ...options, checkpoint, resume: true, onProgress });
      const whole = bootstrap(fit, { ...options, workers: 0 });
      expect(await resumed.replicates).toEqual(await whole.replicates);
      expect(await resumed).toEqual(await whole);
      expect(heard[0]).toBeGreaterThanOrEqual(Math.min(after, 64));
    },
  );

  test('can be stopped and resumed again and again', async () => {
    const fit = await fitted;
    let bytes = await stoppedAfter(1);
    for (const after of [1000, 2000, 3000]) bytes = await stoppedAfter(after, bytes);
    const options = { reps: REPS, seed: 4, workers: 1 };
    const resumed = bootstrap(fit, { ...options, checkpoint: memory(bytes), resume: true });
    expect(await resumed.replicates).toEqual(await bootstrap(fit, options).replicates);
  });

  test('starts anew where there is nothing to resume, and is not computed twice when it is done', async () => {
    const fit = await fitted;
    const checkpoint = memory();
    const options = { reps: 700, seed: 4, workers: 0, checkpoint, resume: true };
    const first = await bootstrap(fit, options).result;
    const workerUrl = 'no-such-worker.js';
    const again = bootstrap(fit, { ...options, workers: 1, workerUrl });
    expect(await again.result).toEqual(first);
  });
});

test('resuming needs a checkpoint', async () => {
  const fit = await fitted;
  expect(() => bootstrap(fit, { reps: 10, resume: true })).toThrow(
    'bootstrap: resume: expected a checkpoint to resume from, found none',
  );
});

describe('a checkpoint is refused', () => {
  const stored = stoppedAfter(1);

  test.each([
    [{ seed: 5 }, 'seed 5, found 4'],
    [{ reps: 8000 }, 'reps 8000, found 20000'],
    [{ recenter: false }, 'recenter false, found true'],
  ])('when it was made with other options: %o', async (options, words) => {
    const error = await refusal(await stored, await fitted, options);
    expect(error.code).toBe('other-run');
    expect(error.message).toBe(`memory: belongs to another run: expected ${words}`);
  });

  test('when it is of another model, which is compared key by key', async () => {
    const fit = await fitModel(panel, modelOf({ h: 2 }, true));
    const error = await refusal(await stored, fit, {});
    expect(error.message).toBe('memory: belongs to another run: expected model.h 2, found 3');
  });

  test('when it is of other data, by a single number', async () => {
    const y = panel['y']!.map((value, row) => (row === 7 ? value + 1e-9 : value));
    const fit = await fitModel({ ...panel, y }, modelOf({}, true));
    const error = await refusal(await stored, fit, {});
    expect(error.message).toMatch(/expected data "[0-9a-f]{64}", found "[0-9a-f]{64}"$/);
  });

  test('when another build of the core made it', async () => {
    const { engine } = await fitted;
    const other = forged(await stored, (json) => json.replaceAll(engine.sha256, 'f'.repeat(64)));
    const error = await refusal(other, await fitted, {});
    expect(error.message).toContain(`build "${engine.sha256}", found "ffff`);
  });

  test.each([
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, -1), /damaged or cut short/],
    ['changed in one byte of a replicate', (bytes: Uint8Array) => changed(bytes), /was changed/],
    ['changed in one digit of its header', (bytes: Uint8Array) => edited(bytes), /was changed/],
    [
      'changed in its format',
      (bytes: Uint8Array) => formatted(bytes, 7),
      /format 2, found format 7;/,
    ],
    [
      'of an earlier version',
      (bytes: Uint8Array) => formatted(bytes, 1),
      /expected checkpoint format 2, found format 1 of an earlier version; compute the check/,
    ],
    ['of another kind', () => new TextEncoder().encode('a,b\n1,2\n3,4\n5,6\n'), /something else/],
    ['empty', () => new Uint8Array(), /something else/],
    [
      'cut in its header',
      (bytes: Uint8Array) => bytes.slice(0, 200),
      /header of \d+ bytes, found 200:/,
    ],
  ])('when the file is %s', async (_, damage, words) => {
    const error = await refusal(damage(await stored), await fitted, {});
    expect(error.code).toBe('bad-checkpoint');
    expect(error.message).toMatch(words);
  });

  test('when one is there and nobody asked to resume it', async () => {
    const error = await refusal(await stored, await fitted, { resume: false });
    expect(error.code).toBe('checkpoint-exists');
  });
});

describe('a forged header, whose digest is right, is refused', () => {
  const stored = stoppedAfter(1);

  test.each([
    ['"seed":4', '"seed":"4"', /header: run.seed: expected a number/],
    ['"seed":4', '"seed":5', /header: summary: expected the seed and scheme/],
    ['"reps":20000', '"reps":2', /header: ranges: expected replicates of its run/],
    ['"reps":20000', '"reps":1e400', /header: run.reps: expected a whole number/],
    ['"of":1', '"of":2', /header: shard.of: expected 1/],
    ['"width":', '"width":1', /header: width: expected its coefficients/],
    ['"params":{', '"params":{"z":1,', /header: width: expected its coefficients/],
    ['"ranges":[', '"ranges":[{"first":0,"end":30000},', /header: ranges: expected replicates/],
    ['"ranges":[{', '"ranges":[{"x":1,', /header: ranges.0.x: expected /],
    ['{"run"', '{"more":1,"run"', /header: more: expected /],
    ['"estimator":"dpd"', '"estimator":"ols"', /header: fit: expected the estimator/],
    ['{"run"', '["run"', /header: expected JSON/],
  ])('%s as %s', async (from, to, words) => {
    const damaged = forged(await stored, (json) => json.replace(from, to));
    const error = await refusal(damaged, await fitted, {});
    expect(error.code).toBe('bad-checkpoint');
    expect(error.message).toMatch(words);
  });
});

function edited(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Uint8Array.from(Buffer.from(text.replace('"reps":20000', '"reps":20001'), 'latin1'));
}

function formatted(bytes: Uint8Array, format: number): Uint8Array {
  const copy = bytes.slice();
  copy[12] = format;
  return copy;
}

function changed(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[copy.length - 9]! ^= 1;
  return copy;
}

describe('where a checkpoint cannot be read', () => {
  const options = { reps: 500, seed: 4, workers: 0, resume: true };

  test('nothing is computed, and the error names it', async () => {
    const read = () => Promise.reject(new Error('EIO: i/o error, read'));
    const checkpoint: CheckpointStorage = { ...memory(), read };
    await expect(bootstrap(await fitted, { ...options, checkpoint }).result).rejects.toMatchObject({
      name: 'EngineError',
      code: 'checkpoint-not-read',
      message: 'memory: the checkpoint could not be read: EIO: i/o error, read',
    });
  });

  test('because it gives no bytes, the error says what it gave', async () => {
    const read = () => Promise.resolve('text' as unknown as Uint8Array);
    const checkpoint: CheckpointStorage = { ...memory(), read };
    await expect(bootstrap(await fitted, { ...options, checkpoint }).result).rejects.toMatchObject({
      code: 'bad-checkpoint',
      message: 'memory: expected bytes in a Uint8Array, found string; compute the checkpoint again',
    });
  });
});

describe('where a checkpoint cannot be written', () => {
  const options = { reps: 500, seed: 4, workers: 0 };

  test('from the start, nothing is computed', async () => {
    const { result, replicates } = bootstrap(await fitted, { ...options, checkpoint: filling(0) });
    await expect(result).rejects.toMatchObject({
      name: 'EngineError',
      code: 'checkpoint-not-written',
      message: 'memory: the checkpoint could not be written: ENOSPC: no space left on device',
    });
    await expect(replicates).rejects.toThrow();
  });

  test('later, the result is whole, a warning says so and the last checkpoint stands', async () => {
    const fit = await fitted;
    const checkpoint = filling(1);
    const { warnings, ...result } = await bootstrap(fit, { ...options, checkpoint }).result;
    const { warnings: others, ...without } = await bootstrap(fit, options).result;
    expect(result).toEqual(without);
    expect(others).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['checkpoint-not-written']);
    const again = bootstrap(fit, {
      ...options,
      checkpoint: memory(checkpoint.written[0]),
      resume: true,
    });
    expect(await again.result).toEqual({ ...without, warnings: [] });
  });

  test('an error of the place itself is passed on', async () => {
    const failure = new InputError({
      id: 'file-not-writable',
      detail: {},
      text: 'there is no such folder',
    });
    const checkpoint: CheckpointStorage = { ...memory(), write: () => Promise.reject(failure) };
    await expect(bootstrap(await fitted, { ...options, checkpoint }).result).rejects.toBe(failure);
  });
});
