import { expect, test } from 'vitest';
import { rangeOf, readPrinted } from '../../../../bindings/paper/audit/printed.js';

test.each([
  ['0.010', 0.01, 0.001],
  ['-0.36', -0.36, 0.01],
  ['\u22120.36', -0.36, 0.01],
  ['.05', 0.05, 0.01],
  ['1,234.5', 1234.5, 0.1],
  ['12 345', 12345, 1],
  ['0,102', 0.102, 0.001],
  ['1.2e-3', 0.0012, 0.0001],
])('%s is read with the unit of its last digit', (text, value, unit) => {
  const printed = readPrinted(text)!;
  expect(printed.value).toBe(value);
  expect(printed.unit).toBeCloseTo(unit, 12);
});

test.each(['', '-', '.', 'n.a.', '0.1.2', '**', '1e400'])('%j is no number', (text) => {
  expect(readPrinted(text)).toBeUndefined();
});

test('a number stands for the interval that its rounding makes of it', () => {
  const printed = readPrinted('-0.5')!;
  expect(rangeOf(printed, 'toward-zero')).toEqual({ low: -0.6, high: -0.5 });
  expect(rangeOf(printed, 'away-from-zero')).toEqual({ low: -0.5, high: -0.4 });
  expect(rangeOf(printed, 'down')).toEqual({ low: -0.5, high: -0.4 });
  expect(rangeOf(readPrinted('<0.001')!, 'nearest').high).toBe(0.001);
});
