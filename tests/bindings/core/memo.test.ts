import { describe, expect, it } from 'vitest';
import { parseFormula, parseTerms } from '../../../bindings/data/formula/formula.js';
import { memoizeByText } from '../../../bindings/core/values/memo.js';

describe('memoized answers', () => {
  it('are shared by equal texts', () => {
    let calls = 0;
    const length = memoizeByText((text) => ({ length: text.length, call: ++calls }));
    expect(length('abc')).toBe(length('abc'));
    expect(length('ab')).toEqual({ length: 2, call: 2 });
  });

  it('are cleared by the 257th text', () => {
    let calls = 0;
    const read = memoizeByText((text) => `${text} ${++calls}`);
    for (let i = 0; i <= 256; i++) read(String(i));
    expect(read('256')).toBe('256 257');
    expect(read('0')).toBe('0 258');
  });

  it('are not kept for texts that throw', () => {
    for (let i = 0; i < 2; i++) {
      expect(() => parseFormula('y ~')).toThrow(
        expect.objectContaining({ code: 'formula-syntax' }),
      );
    }
  });

  it('serves formulas and terms', () => {
    expect(parseFormula('y ~ L.y + x')).toBe(parseFormula('y ~ L.y + x'));
    expect(parseTerms('L(0:2).k')).toBe(parseTerms('L(0:2).k'));
  });
});
