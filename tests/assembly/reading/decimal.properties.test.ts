/** Numbers that the reading module makes of cells, compared with those of the engine. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadingExports } from '../../../bindings/generated/reading.js';

const COMMA = 0x2c;
const { exports } = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(new URL('../../../build/reading.wasm', import.meta.url))),
);
const reading = exports as unknown as ReadingExports;
const { buffer } = reading.memory;
const bytes = new Uint8Array(buffer, reading.bytesAddress(), 3 * reading.mostUnits());
const column = new Float64Array(buffer, reading.columnAddress(), reading.mostCells());

/** The numbers of cells in a row, as they are and as a column. */
function numbersOf(cells: readonly string[]): number[] {
  const { written } = new TextEncoder().encodeInto(`${cells.join(',')}\n`, bytes);
  reading.begin(written, 0);
  expect(reading.lines(cells.length, 1, COMMA)).toBe(1);
  return cells.map((_, j) => {
    reading.numbers(j, cells.length, 1);
    return column[0]!;
  });
}

/** True for a number that is the double nearest to the cell, to the bit. */
function isNearest(cell: string, value: number): boolean {
  return Object.is(value, Number(cell));
}

function rowsOf(cell: fc.Arbitrary<string>): fc.Arbitrary<string[]> {
  return fc.array(cell, { minLength: 400, maxLength: 400, size: 'max' });
}

const digits = (least: number, most: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });
const moderate = fc.double({ noNaN: true, min: -1e9, max: 1e9 });

/** The middle between two doubles, or a neighbour of it. */
const middles = fc
  .tuple(
    fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom(-1n, 0n, 1n),
  )
  .map(([double, places, offset]) => {
    const middle = ((2n * double + 1n) * 10n ** BigInt(places)) / 2n ** BigInt(places + 1);
    const written = String(middle + offset);
    return `${written.slice(0, -places)}.${written.slice(-places)}`;
  });

test.each([
  ['doubles as they print', doubles.map(String)],
  ['doubles with exponents', doubles.map((value) => value.toExponential())],
  ['doubles of moderate size, rounded', moderate.map((value) => value.toPrecision(17))],
  ['digits with a point', fc.tuple(digits(0, 9), digits(0, 25)).map((parts) => parts.join('.'))],
  ['digits', fc.tuple(fc.constantFrom('', '-'), digits(0, 22)).map((parts) => parts.join(''))],
  ['middles between doubles', middles],
  ['parts of numbers', fc.stringMatching(/^[-+.eE0-9]{0,12}$/)],
])('%s are the nearest doubles, to the bit', (_, cell) => {
  fc.assert(
    fc.property(rowsOf(cell), (cells) => {
      const values = numbersOf(cells);
      cells.forEach((written, i) => {
        if (!Number.isNaN(values[i]) && !isNearest(written, values[i]!)) {
          expect([written, values[i]]).toEqual([written, Number(written)]);
        }
      });
    }),
    { numRuns: 250 },
  );
});

test('decimals as programs write them are read, not left to others', () => {
  const written = fc.oneof(
    fc
      .double({ noNaN: true, min: 1e-9, max: 1e9 })
      .filter((value) => !Number.isInteger(value))
      .map(String),
    fc.tuple(fc.integer({ min: 0, max: 99_999 }), digits(1, 9)).map((parts) => parts.join('.')),
    fc.integer({ min: -999_999_999, max: 999_999_999 }).map(String),
  );
  fc.assert(
    fc.property(rowsOf(written), (cells) => {
      const values = numbersOf(cells);
      expect(cells.filter((cell, i) => !isNearest(cell, values[i]!))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

// prettier-ignore
test.each([
  '', '-', '.', '-.', '+1', ' 1', '1 ', '1e', '1e+', 'e5', '1.2.3', '--1', '0x1', 'inf', '1_0',
  '007', '-01', '00.5', '9007199254740993', '1e5', '1.5e1', '123456789012345678901.5',
])('"%s" is left to others', (cell) => {
  expect(numbersOf([cell, '1'])).toEqual([NaN, 1]);
});
