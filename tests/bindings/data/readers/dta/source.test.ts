import { expect, test } from 'vitest';
import {
  DtaError,
  type DtaFile,
  type DtaSource,
  readDta,
  readDtaSource,
  writeDta,
} from '../../../../../bindings/data/readers/dta/index.js';
import { bytesOf, cases } from './golden.js';

/** A source that says which bytes it was asked for. */
function sourceOf(bytes: Uint8Array): DtaSource & { readonly lengths: number[] } {
  const lengths: number[] = [];
  const read = (part: Uint8Array, byteOffset: number): Promise<void> => {
    lengths.push(part.length);
    part.set(bytes.subarray(byteOffset, byteOffset + part.length));
    return Promise.resolve();
  };
  return { size: bytes.length, read, lengths };
}

async function outcome(read: () => DtaFile | Promise<DtaFile>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DtaError)) throw error;
    return [error.code, error.message, error.byteOffset];
  }
}

test.each(cases.map((one) => [one.id, one] as const))(
  'reads %s part by part as at once, also when it is cut or damaged',
  async (_, one) => {
    const whole = bytesOf(one);
    const inputs = [whole];
    for (let i = 1; i < 8; i++) {
      inputs.push(whole.slice(0, Math.floor((i * whole.length) / 8)));
      const damaged = whole.slice();
      damaged[Math.floor(((i + 0.5) * whole.length) / 8)]! ^= 0xff;
      inputs.push(damaged);
    }
    for (const bytes of inputs) {
      const expected = await outcome(() => readDta(bytes, one.spec));
      expect(await outcome(() => readDtaSource(sourceOf(bytes), one.spec))).toEqual(expected);
    }
  },
);

test('asks for a small part of the rows at a time', async () => {
  const nrows = 400_000;
  const numbers = Float64Array.from({ length: nrows }, (_, row) => row / 7);
  const texts = Array.from({ length: nrows }, (_, row) => `firm ${row % 5000}`);
  const columns = [
    { name: 'x', values: numbers },
    { name: 'firm', values: texts },
  ];
  const source = sourceOf(writeDta({ nrows, columns }).bytes);
  const { variables } = await readDtaSource(source);
  expect(Math.max(...source.lengths)).toBeLessThan(source.size * 0.7);
  const [x, firm] = variables.map(({ values }) => values);
  const raw = ({ buffer, byteOffset, byteLength }: Float64Array) =>
    new Uint8Array(buffer, byteOffset, byteLength);
  expect(Buffer.compare(raw(x as Float64Array), raw(numbers))).toBe(0);
  expect((firm as string[]).join()).toBe(texts.join());
});
