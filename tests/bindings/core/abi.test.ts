/** The boundary between the bindings and the compiled core. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Arena, type RecordLayout, scope } from '../../../bindings/core/engine/arena.js';
import { compileCore, newEngine } from '../../../bindings/core/engine/engine.js';
import { Status, statusName } from '../../../bindings/core/engine/status.js';
import {
  changedModule,
  decodeModule,
} from '../../../bindings/core/engine/instances/module-text.js';
import { packageVersion, wasmSha256 } from '../../../bindings/generated/build.js';
import { linearModule } from '../../../bindings/generated/linear-module.js';
import { readingModule } from '../../../bindings/generated/reading.js';
import * as records from '../../../bindings/generated/records.js';
import { relaxedChanges } from '../../../bindings/generated/relaxed-changes.js';
import { estimationModule } from '../../../bindings/generated/estimation-module.js';
import { loadKernels } from '../../assembly/load.js';

const engine = await newEngine();
const { exports } = engine;

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The record with `size` off by `by` bytes, as another build would have it. */
/** Where a layout reads its fields, in their order, and how wide they are. */
function fieldsOf(layout: RecordLayout) {
  const fields: { readonly offset: number; readonly width: number }[] = [];
  const take = (width: number) => (offset: number) => fields.push({ offset, width });
  const view = { getInt32: take(4), getUint32: take(4), getFloat64: take(8) };
  layout.read(view as unknown as DataView, 0);
  return fields;
}

function putForeign(arena: Arena, layout: RecordLayout, by: number): number {
  return arena.putRecord({ ...layout, size: layout.size + by }, {});
}

function fileOf(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(new URL(`../../../dist/${name}`, import.meta.url)));
}

/** The relaxed build, which the package has as changes of the core. */
const relaxedModule = () => changedModule(decodeModule(estimationModule), relaxedChanges);

/** A module as the compiler wrote it. */
const compiledFile = (name: string) => fileOf(`../build/${name}`);

/** The JSON of the last section, `wasmetrics`, as Node 20 cannot compile the relaxed module. */
function stampOf(bytes: Uint8Array): unknown {
  const text = new TextDecoder('latin1').decode(bytes);
  return JSON.parse(text.slice(text.lastIndexOf('{"version"')));
}

describe('the module', () => {
  test.each(['wasmetrics.wasm', 'linear.wasm'])(
    '%s imports nothing: no host function can feed a result',
    async (name) => {
      expect(WebAssembly.Module.imports(new WebAssembly.Module(fileOf(name)))).toEqual([]);
    },
  );

  test('exports no kernel: they belong to the test build', async () => {
    const names = WebAssembly.Module.exports(await compileCore()).map(({ name }) => name);
    expect(names).toContain('dpd_open');
    expect(
      names.filter((name) => /^(d[a-z]+[0-9v]?|philox|multinomial|pack|tile)$/.test(name)),
    ).toEqual([]);
  });

  test('inside the bindings is the one shipped as a file, with the hash that results carry', () => {
    expect(sha256(fileOf('wasmetrics.wasm'))).toBe(engine.info.sha256);
    expect(sha256(decodeModule(estimationModule))).toBe(engine.info.sha256);
    expect(sha256(decodeModule(linearModule))).toBe(sha256(fileOf('linear.wasm')));
    expect(sha256(relaxedModule())).toBe(wasmSha256.relaxed);
  });

  test.each([
    { file: 'wasmetrics.wasm', wasm: 'simd', part: 'estimation' },
    { file: 'linear.wasm', wasm: 'simd', part: 'linear' },
    { file: 'relaxed.wasm', wasm: 'relaxed', part: 'estimation', published: relaxedModule() },
  ])('is what the compiler wrote, and a section that names the build: $file', (module) => {
    const { file, published = fileOf(file), ...kind } = module;
    const compiled = compiledFile(file);
    expect(sha256(published.subarray(0, compiled.length))).toBe(sha256(compiled));
    const both = ['wasmetrics.wasm', 'linear.wasm'].map(compiledFile);
    const facts = {
      version: packageVersion,
      ...kind,
      build: sha256(Buffer.concat(both)).slice(0, 32),
    };
    expect(stampOf(published)).toEqual(facts);
  });

  test('that reads text tables is what the compiler wrote', () => {
    expect(sha256(decodeModule(readingModule))).toBe(sha256(compiledFile('reading.wasm')));
  });
});

describe('Status', () => {
  test('is the enum of the core; Trap alone belongs to the bindings', () => {
    const { Status: members } = loadKernels().kernels as unknown as {
      readonly Status: Readonly<Record<string, WebAssembly.Global>>;
    };
    const core = Object.entries(members).map(([name, { value }]) => [name, value as number]);
    const { Trap, ...shared } = Status;
    expect(Object.fromEntries(core)).toEqual(shared);
    expect(Object.values(shared)).not.toContain(Trap);
  });

  test('has a name for every number', () => {
    for (const [name, number] of Object.entries(Status)) expect(statusName(number)).toBe(name);
    expect(statusName(77)).toBe('Trap');
  });
});

describe('records', () => {
  test.each(Object.entries(records))('%s has aligned fields that do not overlap', (_, layout) => {
    let end = 0;
    const fields = fieldsOf(layout);
    for (const { offset, width } of fields) {
      expect(offset % width).toBe(0);
      expect(offset).toBeGreaterThanOrEqual(end);
      end = offset + width;
    }
    expect(layout.size).toBe(end);
    expect(Object.keys(layout.read(new DataView(new ArrayBuffer(layout.bytes)), 0))[0]).toBe(
      'size',
    );
    expect(fields[0]).toEqual({ offset: 0, width: 4 });
  });

  test('are written and read back field by field', () => {
    const { dpdFit } = records;
    scope(engine, (arena) => {
      const values = { nparams: -3, sigma2: 0.1, params: 2 ** 32 - 16, moments: 8 };
      const record = arena.readRecord(dpdFit, arena.putRecord(dpdFit, values));
      expect(record).toMatchObject({ ...values, size: dpdFit.size, rank: 0 });
      const address = arena.putRecord(dpdFit, record);
      expect(arena.readRecord(dpdFit, arena.copyRecord(dpdFit, address))).toEqual(record);
    });
  });

  test.each([-4, 4, 8])('of another build are refused (size off by %i)', (by) => {
    const { dpdDesign, dpdOptions, dpdStatistics, dpdFit, bootstrapPlan } = records;
    const { dpdBaseline } = records;
    scope(engine, (arena) => {
      const foreign = (layout: RecordLayout) => putForeign(arena, layout, by);
      const design = arena.putRecord(dpdDesign, {});
      const options = arena.putRecord(dpdOptions, {});
      const fit = arena.putRecord(dpdFit, {});
      const statistics = arena.putRecord(dpdStatistics, {});
      const baseline = arena.putRecord(dpdBaseline, {});
      const plan = arena.putRecord(bootstrapPlan, {});
      expect([
        exports.dpd_open(foreign(dpdDesign), options, fit),
        exports.dpd_open(design, foreign(dpdOptions), fit),
        exports.dpd_open(design, options, foreign(dpdFit)),
        exports.dpd_finish(foreign(dpdOptions), fit),
        exports.dpd_finish(options, foreign(dpdFit)),
        exports.dpd_baselines(foreign(dpdFit), baseline, baseline, baseline),
        exports.dpd_baselines(fit, foreign(dpdBaseline), baseline, baseline),
        exports.dpd_baselines(fit, baseline, foreign(dpdBaseline), baseline),
        exports.dpd_baselines(fit, baseline, baseline, foreign(dpdBaseline)),
        exports.dpd_prepare(foreign(dpdDesign), 2, 0, statistics, plan),
        exports.dpd_prepare(design, 2, 0, foreign(dpdStatistics), plan),
        exports.dpd_prepare(design, 2, 0, statistics, foreign(bootstrapPlan)),
        exports.bootstrap_run(foreign(bootstrapPlan), 0, 1, 0, 0),
        exports.jackknife_run(foreign(bootstrapPlan), 0, 1, 0, 0),
      ]).toEqual(new Array(14).fill(Status.BadRecord));
    });
  });

  test.each([2 ** 23 + 1, 2 ** 26])(
    'of a bootstrap of %i units, a batch of which passes 4 GiB, give OutOfMemory',
    (nunits) => {
      scope(engine, (arena) => {
        const plan = arena.putRecord(records.bootstrapPlan, { nunits, ncolumns: 1, width: 1 });
        expect(exports.bootstrap_run(plan, 0, 1, 0, 0)).toBe(Status.OutOfMemory);
      });
    },
  );
});
