/** What fits, bootstraps, errors and readers that leave keep in the memory of the core: nothing. */
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootstrap, dpd, fitModel, ols, panel } from '../../../../bindings/index.js';
import { ols as olsOfArrays, ready } from '../../../../bindings/analysis/estimators/index.js';
import { sharedEngine } from '../../../../bindings/core/engine/engine.js';

const x = Array.from({ length: 60 }, (_, i) => ((i * 37) % 101) / 101);
const y = x.map((value, i) => 1 + value + ((i * 71) % 101) / 101);
const id = x.map((_, i) => Math.floor(i / 6));
const year = x.map((_, i) => i % 6);
const data = { y, x, id, year };
const formula = 'y ~ x';
const units = { unit: 'id', time: 'year' };
const instruments = { gmm: [{ vars: 'y', lags: [2, 3] as const }], iv: [{ vars: 'x' }] };

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    () => undefined,
  );

const calls: Readonly<Record<string, () => unknown>> = {
  'a formula': () => ols(data, { formula }),
  'a model with effects': () => panel(data, { formula, panel: units, effects: 'within' }),
  'a dynamic panel': () => dpd(data, { formula: 'y ~ L.y + x', panel: units, ...instruments }),
  arrays: () => olsOfArrays(y, [x]),
  'arrays that are refused': () => expect(() => olsOfArrays(y, [x, x.slice(1)])).toThrow(),
  // @ts-expect-error the compiler refuses it too
  'an error before the fit': () => refused(ols(data, { formula: 'y ~ unknown' })),
  'an error in the middle of the fit': () => refused(ols({ y: [1], x: [1] }, { formula })),
  'a bootstrap': async () =>
    bootstrap(await ols(data, { formula }), { reps: 64, workers: 0 }).result,
  'a bootstrap whose reader leaves': async () => {
    const run = bootstrap(await ols(data, { formula }), { reps: 256, workers: 0 });
    for await (const { done } of run) if (done > 0) break;
    await run.result;
  },
  'a bootstrap that is stopped': async () => {
    const stop = new AbortController();
    const options = { reps: 1e6, workers: 0, signal: stop.signal, onProgress: () => stop.abort() };
    await bootstrap(await fitModel(data, { estimator: 'ols', formula }), options).result;
  },
};

/** The memories of all instances of the core that were made. */
const memories: WeakRef<WebAssembly.Memory>[] = [];
const { Instance } = WebAssembly;

beforeAll(async () => {
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, args: ConstructorParameters<typeof Instance>) {
      const instance = new target(...args);
      memories.push(new WeakRef(instance.exports['memory'] as WebAssembly.Memory));
      return instance;
    },
  });
  await ready();
});
afterAll(() => {
  WebAssembly.Instance = Instance;
});

/** The end of what is allocated in the shared instance, and the bytes of its memory. */
async function allocated() {
  const { exports } = await sharedEngine();
  const mark = exports.mark();
  exports.release(mark);
  return { mark, bytes: exports.memory.buffer.byteLength };
}

describe('the memory of the core', () => {
  test.each(Object.entries(calls))('is as before after %s', async (_, call) => {
    await call();
    const before = await allocated();
    for (let i = 0; i < 40; i++) await call();
    expect(await allocated()).toEqual(before);
  });

  test('of runs that ended is collected', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const fit = await ols(data, { formula });
    for (let i = 0; i < 100; i++) await bootstrap(fit, { reps: 64, workers: 0 }).result;
    expect(memories.length).toBeGreaterThan(100);
    await new Promise(setImmediate);
    collect();
    await new Promise(setImmediate);
    collect();
    expect(memories.filter((memory) => memory.deref() !== undefined).length).toBeLessThan(20);
  });
});
