import { expect, test } from 'vitest';
import { ledger, presentRule } from '../../../bindings/data/ledger.js';

const missing = (name: string) => ({ say: '{} missing', parts: [name] });

test('the ledger counts a row under the first rule that drops it', () => {
  const rules = [
    { reason: 'where year > 1', keep: Uint8Array.of(0, 0, 1, 1, 1) },
    presentRule('n', Float64Array.of(NaN, 1, 1, 1, 1)),
    presentRule('L2.n', Float64Array.of(NaN, NaN, NaN, 1, 0)),
  ];
  expect(ledger(5, rules)).toEqual({
    keep: Uint8Array.of(0, 0, 0, 1, 1),
    rowsRead: 5,
    rowsUsed: 2,
    lost: [
      { reason: 'where year > 1', rows: 2 },
      { reason: 'L2.n missing', told: missing('L2.n'), rows: 1 },
    ],
  });
});

test('the ledger drops rows without a variable after those of its rules', () => {
  const rules = [{ reason: 'where year > 1', keep: Uint8Array.of(0, 0, 1, 1, 1) }];
  const variables = [
    { name: 'n', values: Float64Array.of(NaN, 1, 1, NaN, 1) },
    { name: 'k', values: Float64Array.of(1, 1, 1, NaN, Infinity) },
    { name: 'L2.n', values: Float64Array.of(NaN, NaN, NaN, 1, 0) },
  ];
  expect(ledger(5, rules, variables)).toEqual({
    keep: Uint8Array.of(0, 0, 0, 0, 1),
    rowsRead: 5,
    rowsUsed: 1,
    lost: [
      { reason: 'where year > 1', rows: 2 },
      { reason: 'n missing', told: missing('n'), rows: 1 },
      { reason: 'L2.n missing', told: missing('L2.n'), rows: 1 },
    ],
  });
});

test('the ledger without rules keeps every row', () => {
  expect(ledger(2, [])).toEqual({
    keep: Uint8Array.of(1, 1),
    rowsRead: 2,
    rowsUsed: 2,
    lost: [],
  });
});
