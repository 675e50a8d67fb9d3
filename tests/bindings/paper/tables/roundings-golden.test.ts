import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixed } from '../../../../bindings/words/text/rounding.js';

const golden = readFileSync(
  new URL('../../../golden/roundings/roundings.csv', import.meta.url),
  'utf8',
);

describe('fixed', () => {
  it('equals exact decimal arithmetic in 10,000 cases', () => {
    const cases = golden
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(cases).toHaveLength(10_000);
    const wrong = cases.filter(
      ([value, decimals, text]) => fixed(Number(value), Number(decimals)) !== text,
    );
    expect(wrong).toEqual([]);
  });
});
