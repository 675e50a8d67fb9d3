import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newEngine } from '../../../../bindings/core/engine/engine.js';
import { elementaryMath } from '../../../../bindings/core/numerics/elementary.js';

const math = elementaryMath(await newEngine());

test('the exponential of a logarithm with its low word is the number to 27 digits', () => {
  const size = fc.double({ min: 1e-290, max: 1e290, noNaN: true });
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 20 }), (numbers) => {
      const x = Float64Array.from(numbers);
      const logs = math.log(x);
      const low = math.logLow(x, new Float64Array(x.length), logs);
      math.expLow(logs, low, x).forEach((rest, i) => {
        expect(Math.abs(rest)).toBeLessThanOrEqual(1e-27 * x[i]!);
      });
    }),
  );
});

test('the low word of a logarithm follows that of its argument', () => {
  const x = Float64Array.of(2, 3e10);
  const xLow = Float64Array.of(1e-17, -1e-6);
  const logs = math.log(x);
  const plain = math.logLow(x, new Float64Array(2), logs);
  math.logLow(x, xLow, logs).forEach((low, i) => {
    const slope = xLow[i]! / x[i]!;
    expect(Math.abs(low - plain[i]! - slope)).toBeLessThan(Math.abs(logs[i]!) * 2 ** -104);
  });
});
