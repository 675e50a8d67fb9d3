/** Stata reads a chain of powers from the left, and a filter from the right. */
import { expect, it } from 'vitest';
import { importModel } from '../../../bindings/interchange/index.js';

const whereOf = (condition: string) =>
  (importModel(`regress y x if ${condition}`).model as { where?: string }).where;

it.each([
  ['2^3^2 == 64', '(2^3)^2 == 64'],
  ['x > 2^z^2^x', 'x > ((2^z)^2)^x'],
  ['(x + 1)^2^z < 3 & z^2 < 4', '((x + 1)^2)^z < 3 && z^2 < 4'],
  ['x^-1^2 < 2', '(x^-1)^2 < 2'],
  ['x^-1^2 > 2', 'missing((x^-1)^2) || holds((x^-1)^2 > 2)'],
  ['x^(2^3) < 2', 'x^2^3 < 2'],
  ['~(x > 2)', 'x <= 2'],
])('if %s is where %s', (condition, where) => {
  expect(whereOf(condition)).toBe(where);
});
