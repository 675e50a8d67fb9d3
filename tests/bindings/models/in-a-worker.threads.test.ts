/** Fits in a worker, and copies of fits that get their data again. */
import { Worker } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import {
  bootstrap,
  type EconError,
  fitModel,
  type FitResult,
  iv,
  type ModelInput,
  ols,
  panel,
  withData,
} from 'wasmetrics';
import { toJson } from 'wasmetrics/report';
import { modelOf, simulate } from '../../properties/panels.js';

const data = simulate({ units: 60, periods: 8, seed: 5 });
const keys = { unit: 'unit', time: 'time' };
const models: Readonly<Record<string, ModelInput>> = {
  dpd: modelOf({}, true),
  ols: { estimator: 'ols', formula: 'y ~ x1 + z1', vcov: 'HC3' },
  panel: { estimator: 'panel', formula: 'y ~ x1', panel: keys },
  iv: { estimator: 'iv', formula: 'y ~ 1 | x1 ~ z1' },
  gmm: { estimator: 'gmm', formula: 'y ~ 1 | x1 ~ z1' },
};

const replicates = (fit: FitResult) =>
  bootstrap(fit, { reps: 200, seed: 3, workers: 0 }).replicates;

describe.each(Object.entries(models))('%s', (_, model) => {
  test('in a worker has the bits of the calling thread, also its bootstrap', async () => {
    const [here, there] = [false, true].map((worker) => fitModel(data, model, { worker }));
    expect(toJson(await there!)).toBe(toJson(await here!));
    expect(await replicates(await there!)).toEqual(await replicates(await here!));
  });

  test('copied, is bootstrapped with its data', async () => {
    const fit = await fitModel(data, model);
    for (const copy of [{ ...fit }, structuredClone(fit)]) {
      expect(() => bootstrap(copy, { reps: 10 })).toThrow(/withData\(fit, data, model\)/);
      const again = await withData(copy, data, model);
      expect(toJson(again)).toBe(toJson(fit));
      expect(await replicates(again)).toEqual(await replicates(fit));
    }
  });
});

test('a copy with other data or another model is refused', async () => {
  const copy = { ...(await ols(data, { formula: 'y ~ x1 + z1' })) };
  const other = simulate({ units: 60, periods: 8, seed: 6 });
  const plain: ModelInput = { estimator: 'ols', formula: 'y ~ x1 + z1' };
  await expect(withData(copy, other, plain)).rejects.toMatchObject({
    code: 'other-fit',
    message: expect.stringMatching(/^withData: .*the estimate of \S+ was \S+ and is now/) as string,
  });
  await expect(withData(copy, data, models['ols']!)).rejects.toThrow(
    /the standard error of \S+ was/,
  );
  await expect(withData(copy, data, models['iv']!)).rejects.toThrow(/a model of ols, found iv/);
});

test('an error in a worker is that of the calling thread', async () => {
  const failing = [
    () => ols(data, { formula: 'y ~ gone', worker: true }),
    () => ols(data, { formula: 'y ~ gone' }),
  ];
  const [there, here] = await Promise.all(
    failing.map((fit) => fit().catch((error: unknown) => error as EconError)),
  );
  expect(there).toBeInstanceOf(Error);
  expect(there).toEqual(here);
  expect(there).toMatchObject({ code: 'unknown-column', name: 'InputError' });
});

test('without a worker the calling thread estimates, with a warning', async () => {
  const workerUrl = './no-such-worker.js';
  const fit = await iv(data, { formula: 'y ~ 1 | x1 ~ z1', worker: true, workerUrl });
  const plain = await iv(data, { formula: 'y ~ 1 | x1 ~ z1' });
  expect(fit.params).toEqual(plain.params);
  expect(fit.warnings.map(({ code }) => code)).toContain('no-workers');
});

test('an abort ends the fit', async () => {
  const stop = new AbortController();
  const large = simulate({ units: 4000, periods: 8, seed: 5 });
  const { postMessage } = Worker.prototype;
  const posted = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (
    this: Worker,
    ...args
  ) {
    postMessage.apply(this, args);
    stop.abort(new Error('enough')); // before the worker can have answered
  });
  const fit = fitModel(large, modelOf({}, true), { worker: true, signal: stop.signal });
  await expect(fit).rejects.toThrow('enough');
  posted.mockRestore();
  const { signal } = stop;
  await expect(panel(data, { formula: 'y ~ x1', panel: keys, signal })).rejects.toThrow('enough');
});
