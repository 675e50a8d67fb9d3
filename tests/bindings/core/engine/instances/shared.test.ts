/** The instance that all functions of a thread share. Each test has modules of its own, so that it starts anew. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeModule } from '../../../../encode-module.js';

const file = (name: string) => new URL(`../../../../../dist/${name}`, import.meta.url);
const moduleOf = (name: string) => new WebAssembly.Module(readFileSync(file(name)));

const load = {
  shared: () => import('../../../../../bindings/core/engine/instances/shared.js'),
  arena: () => import('../../../../../bindings/core/engine/arena.js'),
  linear: () => import('../../../../../bindings/core/engine/instances/linear-engine.js'),
  estimation: () => import('../../../../../bindings/core/engine/engine.js'),
  any: () => import('../../../../../bindings/core/engine/instances/any-engine.js'),
  ols: () => import('../../../../../bindings/analysis/estimators/ols.js'),
};

beforeEach(() => vi.resetModules());

const y = [1, 3, 2, 5, 4, 6];
const x = [[1, 2, 3, 4, 5, 7]];

describe('ready', () => {
  test('loads the linear part for functions that need no more', async () => {
    const { linearEngine } = await load.linear();
    await (await load.shared()).ready();
    expect('dpd_open' in linearEngine('test').exports).toBe(false);
  });

  test('loads one part for functions that all parts have', async () => {
    const { anyEngine } = await load.any();
    const { sharedEngine, estimationEngine } = await load.estimation();
    await (await load.shared()).ready();
    expect(anyEngine('test')).toBe(estimationEngine('test'));
    expect(await sharedEngine()).toBe(estimationEngine('test'));
  });

  test('loads both parts if each has functions of its own', async () => {
    const { linearEngine } = await load.linear();
    const { estimationEngine } = await load.estimation();
    await (await load.shared()).ready();
    expect('linalg_cholesky' in linearEngine('test').exports).toBe(true);
    expect('dpd_open' in estimationEngine('test').exports).toBe(true);
  });

  test('called again loads what was imported since', async () => {
    const { linearEngine } = await load.linear();
    const { ready } = await load.shared();
    await ready();
    const before = linearEngine('test');
    const { estimationEngine } = await load.estimation();
    expect(() => estimationEngine('test')).toThrow('await ready()');
    await ready();
    expect(estimationEngine('test')).not.toBe(before);
  });
});

describe('the shared instance', () => {
  test('is replaced after a trap', async () => {
    const { scope } = await load.arena();
    const { sharedEngine } = await load.estimation();
    const engine = await sharedEngine();
    const outside = () => engine.exports.vector_exp(1, 2 ** 31 - 8, 2 ** 31 - 8);
    expect(() => scope(engine, outside)).toThrow(expect.objectContaining({ code: 'trap' }));
    expect(await sharedEngine()).not.toBe(engine);
  });

  test('is replaced after memory ran out', async () => {
    const { scope } = await load.arena();
    const { sharedEngine } = await load.estimation();
    const engine = await sharedEngine();
    expect(() => scope(engine, (arena) => arena.allocFloats(2 ** 30))).toThrow(
      expect.objectContaining({ code: 'out-of-memory' }),
    );
    expect(await sharedEngine()).not.toBe(engine);
  });

  test('stays after an error of the caller, and is dropped when it holds more than 64 MiB', async () => {
    const { scope } = await load.arena();
    const { anyEngine } = await load.any();
    await (await load.shared()).ready();
    const { ols } = await load.ols();
    const engine = anyEngine('test');
    expect(() => ols([1, NaN], [[1, 2]])).toThrow(expect.objectContaining({ exitCode: 3 }));
    scope(engine, (arena) => arena.allocFloats(2 ** 22));
    expect(anyEngine('test')).toBe(engine);
    scope(engine, (arena) => arena.allocFloats(2 ** 23));
    expect(anyEngine('test')).not.toBe(engine);
    expect(ols(y, x).nobs).toBe(6);
  });
});

describe('init', () => {
  test.each(['wasmetrics.wasm', 'linear.wasm'])('takes a compiled %s', async (name) => {
    const [{ init, ready }, { anyEngine }] = [await load.shared(), await load.any()];
    const module = moduleOf(name);
    await init({ module });
    await ready();
    expect(anyEngine('test').module).toBe(module);
  });

  test('takes a module of another realm, for all functions and for one engine', async () => {
    const [{ init }, { sharedEngine }] = [await load.shared(), await load.estimation()];
    const { loadEngine } =
      await import('../../../../../bindings/core/engine/instances/load-engine.js');
    const bytes = readFileSync(file('wasmetrics.wasm'));
    const foreign = runInNewContext('new WebAssembly.Module(bytes)', {
      bytes,
    }) as WebAssembly.Module;
    expect(foreign).not.toBeInstanceOf(WebAssembly.Module);
    await init({ module: foreign });
    expect((await sharedEngine()).module).toBe(foreign);
    expect((await loadEngine(foreign)).info.wasm).toBe('simd');
  });

  test('takes the address of a file, and gives its module to the root', async () => {
    const { init } = await load.shared();
    const { compileCore, sharedEngine } = await load.estimation();
    await init({ url: file('wasmetrics.wasm') });
    expect((await sharedEngine()).module).toBe(await compileCore());
  });

  test('refuses a module of another build by name, another program, and what is no module', async () => {
    const { init } = await load.shared();
    const module = new WebAssembly.Module(
      encodeModule({ version: '0.0.9', build: 'abcdef0123456789', part: 'estimation' }),
    );
    await expect(init({ module })).rejects.toMatchObject({
      code: 'foreign-module',
      message: expect.stringContaining('found wasmetrics 0.0.9, build abcdef01') as string,
    });
    const empty = new WebAssembly.Module(encodeModule());
    await expect(init({ module: empty })).rejects.toMatchObject({
      code: 'foreign-module',
      message: expect.stringContaining('found a module of another program') as string,
    });
    await expect(init({ module: 3 as never })).rejects.toMatchObject({ code: 'bad-value' });
    await expect(init({})).rejects.toMatchObject({ code: 'bad-value' });
    await expect(init({ module: null as never })).rejects.toMatchObject({ code: 'bad-value' });
    await expect(init({ url: file('missing.wasm') })).rejects.toMatchObject({
      code: 'cannot-load',
      message: expect.stringContaining('put wasmetrics.wasm of this package there') as string,
    });
  });

  test('says that the host has no WebAssembly', async () => {
    await load.linear();
    const { ready } = await load.shared();
    vi.stubGlobal('WebAssembly', undefined);
    await expect(ready()).rejects.toMatchObject({
      code: 'cannot-compile',
      message: expect.stringContaining('found one without it; allow it in the settings') as string,
    });
    vi.unstubAllGlobals();
  });
});
