import { describe, expect, test } from 'vitest';
import { fitModel, instruments, ols, parseResult } from 'wasmetrics';
import { toJson } from 'wasmetrics/report';
import type { Variant } from 'wasmetrics/types';
import { data, model } from './example.js';

const report = async (input = model) => instruments(await fitModel(data, input));

describe('the report on instruments', () => {
  test('advises the fewest instruments if every window has too many', async () => {
    const { own: original, windows, verdict } = await report({ ...model, where: 'id <= 12' });
    const ranks = (wanted: boolean) =>
      windows.flatMap(({ collapse, outcome }) =>
        collapse === wanted && 'rank' in outcome && outcome.rank < original.rank
          ? [outcome.rank]
          : [],
      );
    expect(Math.min(...ranks(true))).toBeGreaterThanOrEqual(12 / 2);
    const advised = [...verdict.words.matchAll(/leave (\d+) instruments \(/g)].map(([, rank]) =>
      Number(rank),
    );
    expect(advised).toEqual([Math.min(...ranks(false)), Math.min(...ranks(true))]);
  });

  test('names the windows between which the lagged outcome changes most', async () => {
    const { own: original, windows, verdict } = await report();
    const path = windows.flatMap(({ lags, collapse, outcome }) =>
      !collapse && 'params' in outcome ? [{ lags, value: outcome.params['L1.n']! }] : [],
    );
    const values = path.map(({ value }) => value);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const lagsOf = (wanted: number) => path.find(({ value }) => value === wanted)!.lags;
    expect([lagsOf(least), lagsOf(most), path.at(-1)!.lags]).toEqual([1, 3, 8]);
    const size = ((most - least) / original.stdErrors['L1.n']!).toFixed(1);
    expect(verdict.words).toContain(
      `The largest change of L1.n between uncollapsed windows is from ${least.toFixed(3)} with 1 lag to ${most.toFixed(3)} with 3 lags: ${size} standard errors, towards pooled least squares (`,
    );
    expect(verdict.words).toContain(`The path ends at ${values.at(-1)!.toFixed(3)} with 8 lags.`);
  });

  test('has the estimates of every window, collapsed or not, and where they lie', async () => {
    const { windows, bounds, own: original } = await report();
    const lengths = [1, 2, 3, 4, 6, 8];
    expect(windows.map(({ lags, collapse }) => [lags, collapse])).toEqual([
      ...lengths.map((lags) => [lags, false]),
      ...lengths.map((lags) => [lags, true]),
    ]);
    const whole = await fitModel(data, model);
    expect(original).toMatchObject({ params: whole.params, rank: whole.rankInstruments });
    const { pooledOls, within } = whole.baselines!;
    expect(bounds).toEqual({
      coefficient: 'L1.n',
      pooledOls: pooledOls.params!['L1.n'],
      within: within.params!['L1.n'],
    });
    for (const { lags, collapse, outcome } of windows) {
      const gmm = [
        { vars: 'n', lags: [2, 1 + lags], collapse },
        { vars: 'w', lags: [1, lags], collapse },
      ] as const;
      const fit = await fitModel(data, { ...model, gmm });
      const { position, shifts, ...rest } = outcome as Variant;
      expect(rest).toEqual({
        columns: fit.ninstruments,
        rank: fit.rankInstruments,
        ratio: fit.rankInstruments! / 140,
        hansen: fit.tests.hansen,
        params: fit.params,
        stdErrors: fit.stdErrors,
      });
      const { within: low, pooledOls: high } = bounds!;
      expect(low + position! * (high - low)).toBeCloseTo(fit.params['L1.n']!, 12);
      const back = whole.params['w']! + shifts['w']! * whole.stdErrors['w']!;
      expect(back).toBeCloseTo(fit.params['w']!, 12);
    }
  });

  test('leaves out each group, and the GMM-style instruments of the level equation', async () => {
    const { groups } = await report();
    const names = ['gmm instruments for levels', 'gmm(n, 2:4)', 'gmm(w, 1:3)', 'iv(k)'];
    expect(groups.map(({ group }) => group)).toEqual(names);
    const [n, w] = model.gmm!;
    const without = [
      { gmm: [n!, w!].map((group) => ({ ...group, equation: 'diff' as const })) },
      { gmm: [w!] },
      { gmm: [n!] },
      { iv: [] },
    ];
    for (const [i, change] of without.entries()) {
      const fit = await fitModel(data, { ...model, ...change });
      expect(groups[i]!.outcome).toMatchObject({ params: fit.params, hansen: fit.tests.hansen });
    }
  });

  test('reports the findings, and what fewer instruments would cost', async () => {
    const few = await report();
    expect(few.verdict.grade).toBe('none');
    expect(few.verdict.words).toMatch(
      /^51 instruments for 140 units \(0.36 per unit\): .* no concern/,
    );
    expect(few.verdict.words).toMatch(/does not reject without gmm instruments for levels/);
    expect(few.verdict.words).toMatch(/There is no need to reduce the instruments.$/);
    const gmm = ['n', 'w', 'k'].map((vars) => ({ vars, lags: [1, null] as const }));
    const many = await report({ ...model, gmm, iv: [], where: 'id <= 60' });
    expect(many.verdict.grade).toBe('more than units');
    expect(many.verdict.words).toMatch(/Windows of \d+ lags?, collapsed, leave/);
    expect(many.windows.filter(({ collapse }) => !collapse).length).toBeLessThan(6);
  });

  test('keeps the reason if a group cannot be left out', async () => {
    const just = { ...model, formula: 'n ~ L.n + w + k', system: false };
    const gmm = [{ vars: 'n', lags: [2, 2], collapse: true }] as const;
    const { groups, own: original } = await report({
      ...just,
      gmm,
      iv: [{ vars: 'w' }, { vars: 'k' }],
    });
    expect(original.hansen.stat).toBeNull();
    expect(groups.map(({ outcome }) => 'code' in outcome && outcome.code)).toEqual([
      'under-identified',
      'under-identified',
      'under-identified',
    ]);
  });

  test('needs a dynamic panel of this process', async () => {
    const stored = parseResult(JSON.parse(toJson(await fitModel(data, model))));
    await expect(instruments(stored)).rejects.toMatchObject({ code: 'result-without-data' });
    const other = await ols(data, { formula: 'n ~ w' });
    await expect(instruments(other)).rejects.toMatchObject({ code: 'not-dynamic' });
  });
});
