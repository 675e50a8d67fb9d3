/** A host that compiles no WebAssembly from bytes, as workerd, but runs modules that it is given. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const moduleOf = (name: string) =>
  new WebAssembly.Module(readFileSync(new URL(`../../../../../dist/${name}`, import.meta.url)));
const modules = { estimation: moduleOf('wasmetrics.wasm'), linear: moduleOf('linear.wasm') };

/** Modules of the host, which can be recognised but not made. */
function Uncompiled() {
  throw new WebAssembly.CompileError('code generation is not allowed');
}
Object.assign(Uncompiled, { customSections: WebAssembly.Module.customSections });

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('WebAssembly', { ...members(WebAssembly), Module: Uncompiled });
});
afterEach(() => vi.unstubAllGlobals());

/** Members of a namespace, which cannot be listed. */
function members(namespace: object): Record<string, unknown> {
  const names = Object.getOwnPropertyNames(namespace);
  return Object.fromEntries(
    names.map((name) => [name, (namespace as Record<string, unknown>)[name]]),
  );
}

const load = {
  shared: () => import('../../../../../bindings/core/engine/instances/shared.js'),
  linear: () => import('../../../../../bindings/core/engine/instances/linear-engine.js'),
  estimation: () => import('../../../../../bindings/core/engine/engine.js'),
  csv: () => import('../../../../../bindings/data/readers/csv/index.js'),
  build: () => import('../../../../../bindings/core/engine/instances/load-engine.js'),
};

describe('without a compiler', () => {
  test('functions say that they need the compiled module', async () => {
    const [{ ready }, { engineNow }] = [await load.shared(), await load.estimation()];
    const refusal = {
      code: 'cannot-compile',
      message: expect.stringContaining('await init({ module })') as string,
    };
    await expect(ready()).rejects.toMatchObject(refusal);
    expect(engineNow).toThrow(expect.objectContaining(refusal));
  });

  test('each module serves its functions, and the others ask for theirs', async () => {
    const { init } = await load.shared();
    const [linear, estimation] = [await load.linear(), await load.estimation()];
    await init({ module: modules.linear });
    expect(linear.linearEngine('test').module).toBe(modules.linear);
    expect(() => estimation.estimationEngine('iv')).toThrow(
      /^iv: expected wasmetrics\.wasm, found linear\.wasm alone/,
    );
    await init({ module: modules.estimation });
    expect(estimation.estimationEngine('iv').module).toBe(modules.estimation);
    expect(linear.linearEngine('test').module).toBe(modules.linear);
  });

  test('both modules can be given at once', async () => {
    const { init } = await load.shared();
    const [linear, estimation] = [await load.linear(), await load.estimation()];
    await Promise.all([modules.linear, modules.estimation].map((module) => init({ module })));
    expect(linear.linearEngine('test').module).toBe(modules.linear);
    expect(await estimation.compileCore()).toBe(modules.estimation);
    expect((await estimation.sharedEngine()).module).toBe(modules.estimation);
  });

  test('a function of linear.wasm asks for that file', async () => {
    const [{ ready }] = [await load.shared(), await load.linear()];
    await expect(ready()).rejects.toThrow('pass linear.wasm of this package');
  });

  test('matrices ask for linear.wasm beside wasmetrics.wasm', async () => {
    const { init } = await load.shared();
    const [linear, estimation] = [await load.linear(), await load.estimation()];
    await init({ module: modules.estimation });
    expect(estimation.estimationEngine('iv').module).toBe(modules.estimation);
    expect(() => linear.linearEngine('qr')).toThrow(/^qr: expected linear\.wasm, found wasmetrics/);
  });

  test('the default build can be loaded after init', async () => {
    const [{ init }, { loadEngine }] = [await load.shared(), await load.build()];
    await init({ module: modules.estimation });
    expect((await loadEngine({ build: 'simd' })).info.wasm).toBe('simd');
  });

  test('a CSV text is read', async () => {
    const { parseCsv } = await load.csv();
    expect([...parseCsv('y,x\n1,2.5\n3,4\n').columns.values()]).toEqual([
      { kind: 'number', values: Float64Array.of(1, 3) },
      { kind: 'number', values: Float64Array.of(2.5, 4) },
    ]);
  });
});
