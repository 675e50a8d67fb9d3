/** `power` and `design`. */
import { describe, expect, it } from 'vitest';
import { compareDesigns, fitModel, simulatePower } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { model as simple, simulatedRows } from './process/panel.js';
import { data, model } from '../sensitivity/example.js';

const fit = await fitModel(data, model);
const large = await fitModel(simulatedRows(300, 7), simple);

describe('power', () => {
  it('finds sizes near 5 % in a large valid panel, and power of AR(2) that grows', async () => {
    const kind = 'serial-correlation';
    const violations = [0.1, 0.3, 0.6].map((size) => ({ kind, size }) as const);
    const options = { reps: 200, workers: 0, variances: 'common', violations } as const;
    const { cases, partial } = await simulatePower(large, options);
    expect(partial).toBe(false);
    const bound = 4 * Math.sqrt((0.05 * 0.95) / 200);
    for (const test of ['hansen', 'ar2', 'levelHansen'] as const) {
      expect(Math.abs(cases[0]!.rejected[test]!.share - 0.05)).toBeLessThan(bound);
    }
    const shares = cases.map(({ rejected }) => rejected.ar2!.share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[3]).toBeGreaterThan(0.9);
    const { share, monteCarloError, panels } = cases[2]!.rejected.hansen!;
    expect(monteCarloError).toBeCloseTo(Math.sqrt((share * (1 - share)) / panels), 15);
  });

  it('is the same in the calling thread, in one worker and in two, and differs by seed', async () => {
    const texts = await Promise.all(
      [0, 1, 2].map(async (workers) =>
        JSON.stringify(await simulatePower(fit, { workers, reps: 8 })),
      ),
    );
    expect(new Set(texts).size).toBe(1);
    const other = await simulatePower(fit, { workers: 0, reps: 8, seed: 2 });
    expect(JSON.stringify({ ...other, seed: 1 })).not.toBe(texts[0]);
  });

  it('describes the simulation and its verdict', async () => {
    const result = await simulatePower(fit, { workers: 0, reps: 8 });
    expect(result.cases.map(({ violation }) => violation)).toEqual([
      null,
      { kind: 'serial-correlation', size: 0.3 },
      { kind: 'initial-conditions', size: 1 },
      { kind: 'endogeneity', size: 0.3, variables: ['w', 'k'] },
    ]);
    expect(result.own.hansen).toBe(fit.tests.hansen!.pValue);
    expect(result.persistence).toBeCloseTo(fit.params['L1.n']! + fit.params['L2.n']!, 15);
    expect(result.verdict[1]).toMatch(/^The AR\(2\) test has p = 0\.2513\. At 5% it rejects /);
    expect(toText(result)).toMatch(/^invalid \(3\) .* 8$/m);
    expect(result.warnings.map(({ code }) => code)).toEqual(['rejected-process']);
    expect(result.warnings[0]!.message).toMatch(/^Hansen's test rejects the fit \(p = 0\.0000/);
  });

  it('adjusts power to the size on valid panels', async () => {
    const options = { reps: 40, workers: 0, level: 0.9 } as const;
    const { critical, cases, warnings } = await simulatePower(large, options);
    expect(warnings).toEqual([]);
    const [valid, ...violated] = cases;
    for (const test of ['hansen', 'ar2', 'levelHansen'] as const) {
      expect(valid!.adjusted[test]!.share).toBe(0.1);
      for (const { rejected, adjusted } of violated) {
        const more = critical[test]! > 0.1;
        const [low, high] = more ? [rejected, adjusted] : [adjusted, rejected];
        expect(low[test]!.share).toBeLessThanOrEqual(high[test]!.share);
      }
    }
  });

  it('stops and marks the result as partial', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const result = await simulatePower(fit, { workers: 0, signal: controller.signal, onProgress });
    expect(result.partial).toBe(true);
    expect(toText(result)).toContain('PARTIAL');
  });

  it.each([
    [{ reps: 0 }, 'power: reps: expected a whole number of at least 1, found 0'],
    [{ seed: -1 }, 'power: seed: expected a whole number from 0 to 9007199254740991, found -1'],
    [
      { level: 1 },
      'power: level: expected a confidence level from 0.5 to below 1, such as 0.95, found 1',
    ],
    [{ persistence: 1 }, 'power: persistence: expected a number between -1 and 1, found 1'],
    [{ variances: 'robust' }, 'power: variances: expected unit or common, found robust'],
    [
      { violations: [{ kind: 'weakness' }] },
      'power: violations: expected one of serial-correlation, initial-conditions, endogeneity, found weakness',
    ],
    [
      { violations: [{ kind: 'endogeneity', variable: 'n' }] },
      'power: violations: endogeneity: expected one of w, k, found n',
    ],
    [
      { violations: [{ kind: 'serial-correlation', size: 0 }] },
      'power: violations: serial-correlation: expected a size between -1 and 1 other than 0, found 0',
    ],
    [
      { violations: [{ kind: 'initial-conditions', variable: 'w' }] },
      'power: violations: initial-conditions: expected no variable, found w',
    ],
  ])('refuses %j', async (options, message) => {
    await expect(simulatePower(fit, { workers: 0, ...options } as never)).rejects.toMatchObject({
      code: 'bad-value',
      message,
    });
  });
});

describe('a design study', () => {
  it('compares difference and system, collapsed or not', async () => {
    const study = await compareDesigns(large, { reps: 100, workers: 0, variances: 'common' });
    expect(study.variants.map(({ name, own: isOriginal }) => [name, isOriginal])).toEqual([
      ['difference', false],
      ['system', false],
      ['difference, collapsed', false],
      ['system, collapsed', true],
    ]);
    for (const { coefficients } of study.variants) {
      const { truth, bias, biasError, rmse, deviation, size, coverage } = coefficients['L1.y']!;
      expect(truth).toBe(large.params['L1.y']);
      expect(Math.abs(bias)).toBeLessThan(Math.max(4 * biasError, 0.02));
      expect(rmse).toBeCloseTo(Math.sqrt(bias ** 2 + deviation ** 2), 3);
      expect(size.share + coverage.share).toBeCloseTo(1, 12);
      expect(coverage.share).toBeGreaterThan(0.84);
    }
    expect(toText(study)).toMatch(/^system, collapsed \* .* 100$/m);
  });

  it('takes other sizes and persistence', async () => {
    const options = { reps: 4, workers: 0, units: 320, periods: 5, persistence: 0.9 };
    const study = await compareDesigns(large, options);
    expect([study.units, study.periods]).toEqual([320, 5]);
    expect(study.persistence).toBeCloseTo(0.9, 14);
    expect(study.variants.map(({ units, panels }) => [units, panels])).toEqual(
      Array.from({ length: 4 }, () => [320, 4]),
    );
  });

  it.each([
    [
      { periods: 8 },
      'design: periods: expected at most 7, the periods with regressors in the data, found 8',
    ],
    [{ units: 1 }, 'design: units: expected a whole number of at least 2, found 1'],
  ])('refuses %j', async (options, message) => {
    await expect(compareDesigns(large, options)).rejects.toMatchObject({
      code: 'bad-value',
      message,
    });
  });
});
