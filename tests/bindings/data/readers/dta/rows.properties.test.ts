import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DtaFile,
  type DtaStorage,
  readDta,
  readDtaSource,
} from '../../../../../bindings/data/readers/dta/index.js';
import { type Plan, randomFile } from './random-rows.js';

const storages = fc.oneof(
  fc.constantFrom<DtaStorage[]>('byte', 'int', 'long', 'float', 'double'),
  fc.integer({ min: 1, max: 21 }).map((width): DtaStorage => `str${width}`),
);

const plans: fc.Arbitrary<Plan> = fc.record({
  release: fc.constantFrom(112, 113, 115),
  littleEndian: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'windows-1252'),
  nrows: fc.integer({ min: 1, max: 300 }),
  ntexts: fc.constantFrom(1, 5, 1000),
  storages: fc.array(storages, { minLength: 1, maxLength: 6 }),
  seed: fc.integer(),
});

const cellsOf = ({ variables }: DtaFile) =>
  variables.map((variable) =>
    variable.kind === 'text'
      ? variable.values
      : Array.from(variable.values, (value, row) => {
          const kind = variable.missing?.[row] ?? 0;
          return kind === 0 ? value : { kind };
        }),
  );

async function expectSame(plan: Plan): Promise<void> {
  const { bytes, columns } = randomFile(plan);
  const { encoding } = plan;
  expect(cellsOf(readDta(bytes, { encoding }))).toEqual(columns);
  const read = (part: Uint8Array, byteOffset: number): Promise<void> => {
    part.set(bytes.subarray(byteOffset, byteOffset + part.length));
    return Promise.resolve();
  };
  const file = await readDtaSource({ size: bytes.length, read }, { encoding });
  expect(cellsOf(file)).toEqual(columns);
}

test('reads random rows as a plain decoder does', async () => {
  await fc.assert(fc.asyncProperty(plans, expectSame), { numRuns: 100 });
});

test.each([
  ['few texts', 5],
  ['texts of which a third is repeated', 20_000],
  ['hardly a repeated text', 60_000],
])('reads many random rows with %s', async (_, ntexts) => {
  for (const encoding of ['utf-8', 'windows-1252'] as const) {
    await expectSame({
      release: 115,
      littleEndian: encoding === 'utf-8',
      encoding,
      nrows: 20_000,
      ntexts,
      storages: ['double', 'str7', 'int', 'str18', 'str3'],
      seed: ntexts,
    });
  }
});
