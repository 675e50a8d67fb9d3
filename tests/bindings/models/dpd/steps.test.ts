/** Iterated and continuously updated estimates, clusters, and the covariances that rest on them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel, type FitResult } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { DpdModelInput } from 'wasmetrics/types';

const csv = readFileSync(new URL('../../../../examples/abdata.csv', import.meta.url), 'utf8');
const table = parseCsv(csv);

const base: DpdModelInput = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L(1:2).n + w + k',
  system: false,
  gmm: [
    { vars: 'n', lags: [2, 3] },
    { vars: 'w', lags: [2, 2] },
  ],
  iv: [{ vars: 'k' }],
};

const exact: DpdModelInput = {
  ...base,
  gmm: [
    { vars: 'n', lags: [2, 3], collapse: true },
    { vars: 'w', lags: [2, 2], collapse: true },
  ],
};

const fit = (changes: Partial<DpdModelInput>, model = base) =>
  fitModel(table, { ...model, ...changes });

function expectNear(found: FitResult, expected: FitResult, digits: number): void {
  for (const part of ['params', 'stdErrors'] as const) {
    for (const [name, value] of Object.entries(expected[part])) {
      expect(Math.abs(found[part][name]! / value - 1), `${part} of ${name}`).toBeLessThan(digits);
    }
  }
}

const codes = ({ warnings }: FitResult) => warnings.map(({ code }) => code);

async function failure(changes: Partial<DpdModelInput>): Promise<string> {
  return fit(changes).then(
    () => 'no error',
    (error: Error) => error.message,
  );
}

describe('with as many instruments as coefficients', () => {
  test.each([2, 'iterated', 'cue'] as const)(
    'steps %s give the one-step estimate',
    async (steps) => {
      const one = await fit({ steps: 1 }, exact);
      const other = await fit({ steps, vcov: { type: 'robust' } }, exact);
      expectNear(other, one, 1e-7);
    },
  );

  test('the double correction has nothing to correct', async () => {
    const robust = await fit({ steps: 1 }, exact);
    expectNear(await fit({ steps: 1, vcov: { type: 'doubly-corrected' } }, exact), robust, 1e-9);
  });
});

describe('a continuously updated estimate', () => {
  test('is refused where its criterion is the same everywhere, with as many instruments as units', async () => {
    const five = {
      gmm: [{ vars: 'n', lags: [2, 4] as [number, number], collapse: true }],
      iv: [{ vars: 'w k' }],
      steps: 'cue' as const,
    };
    await expect(fit({ ...five, where: 'id <= 5' })).rejects.toThrow(
      'with as many clusters as instruments (5) the objective of a continuously updated estimate is constant; expected fewer',
    );
    expect((await fit({ ...five, where: 'id <= 6' })).tests.hansen!.stat).toBeLessThan(6);
  });

  test('has a lower criterion than an iterated one, whose weight is its own', async () => {
    const [iterated, cue] = [await fit({ steps: 'iterated' }), await fit({ steps: 'cue' })];
    expect(cue.tests.hansen!.stat!).toBeLessThan(iterated.tests.hansen!.stat!);
  });

  test('does not depend on the units of the regressors', async () => {
    const [header, ...rows] = csv.trimEnd().split('\n');
    const place = header!.split(',').indexOf('k');
    const thousandfold = rows.map((row) => {
      const cells = row.split(',');
      if (cells[place] !== '') cells[place] = String(1000 * Number(cells[place]));
      return cells.join(',');
    });
    const other = await fitModel(parseCsv([header, ...thousandfold, ''].join('\n')), {
      ...base,
      steps: 'cue',
    });
    const own = await fit({ steps: 'cue' });
    expect(1000 * other.params['k']!).toBeCloseTo(own.params['k']!, 6);
    expect(other.tests.hansen!.stat).toBeCloseTo(own.tests.hansen!.stat!, 8);
  });

  test('refuses a singular weighting matrix', async () => {
    const gmm = [{ vars: 'n w k', lags: [2, null] as const }];
    expect(await failure({ steps: 'cue', gmm, vcov: { cluster: 'ind' } })).toMatch(
      /^dpd: the two-step weighting matrix has rank 9/,
    );
  });
});

test.each(['iterated', 'cue'] as const)('%s estimates report their path', async (steps) => {
  const found = await fit(
    { steps },
    { ...base, gmm: [{ vars: 'n w', lags: [2, 3], collapse: true }] },
  );
  expect(found.converged).toBe(true);
  expect(found.trace).toHaveLength(found.iterations!);
  expect(found.trace!.at(-1)!.params).toEqual(found.params);
  expect(found.trace!.at(-1)!.objective).toBe(found.tests.hansen!.stat);
});

test('an iteration that does not settle ends with a warning', async () => {
  const model = {
    ...base,
    system: true,
    gmm: [
      { vars: 'n', lags: [2, 4] as const },
      { vars: 'w', lags: [1, 3] as const },
    ],
  };
  expect(codes(await fitModel(table, { ...model, steps: 'iterated' }))).toContain('not-converged');
  expect(codes(await fit({ steps: 'iterated' }))).not.toContain('not-converged');
});

describe('clusters', () => {
  test('of the unit are what there is without them', async () => {
    const named = await fit({ vcov: { cluster: 'id' } });
    expectNear(named, await fit({}), 1e-12);
    expect(named.vcov.clusters).toEqual([{ column: 'id', count: 140 }]);
  });

  test('of the unit with the double correction too', async () => {
    const type = 'doubly-corrected';
    expectNear(await fit({ vcov: { type, cluster: 'id' } }), await fit({ vcov: { type } }), 1e-12);
  });

  test('that hold whole units, named beside the unit, are those clusters alone', async () => {
    const both = await fit({ steps: 1, vcov: { cluster: ['ind', 'id'] } });
    expectNear(both, await fit({ steps: 1, vcov: { cluster: 'ind' } }), 1e-9);
  });

  test('count for t and F with the small-sample factor', async () => {
    const { dfResid } = await fit({ steps: 1, vcov: { cluster: 'ind', small: true } });
    expect(dfResid).toBe(9);
  });

  test('whose sum is indefinite cannot weight a second step', async () => {
    const vcov = { cluster: ['id', 'year'] };
    const lags = [2, 4] as const;
    expect(await failure({ vcov, system: true, gmm: [{ vars: 'n w', lags }] })).toBe(
      'dpd: the covariance of the moments, a sum over the clusterings id, year, is indefinite and cannot weight a second step; expected one clustering, fewer instruments (collapse) or steps 1',
    );
  });

  test('that divide a unit are refused by the double correction', async () => {
    expect(await failure({ vcov: { type: 'doubly-corrected', cluster: 'year' } })).toBe(
      'dpd: the doubly corrected covariance needs clusters of whole units, but column "year" has a unit in several clusters; choose another vcov.cluster or type robust',
    );
  });
});

describe('nonlinear moment conditions', () => {
  test('add one degree of freedom a period, or one in all, to the test of Hansen alone', async () => {
    const [none, each, sum] = [
      await fit({}),
      await fit({ nonlinear: true }),
      await fit({ nonlinear: 'collapse' }),
    ];
    const df = ({ tests }: FitResult) => (tests.hansen as { df: number }).df;
    // Differences exist from 1979 on, and T is 1984 at the latest.
    expect([df(each) - df(none), df(sum) - df(none)]).toEqual([5, 1]);
    expect(each.tests.sargan!.stat).toBeCloseTo(none.tests.sargan!.stat!, 9);
    expect(each.ninstruments).toBe(none.ninstruments);
  });

  test('are tested as a group', async () => {
    const { tests } = await fit({ nonlinear: true });
    const own = tests.diffHansen!.find(({ group }) => group === 'nonlinear moment conditions')!;
    expect(own.difference).toMatchObject({ df: 5 });
  });

  test('are said in words', async () => {
    const { momentConditions } = await fit({ nonlinear: 'collapse' });
    expect(momentConditions!.at(-1)!.condition).toBe('E[(u + e(T)) D.e(t)] = 0, summed over t < T');
  });

  test.each([
    [{ steps: 1 }, 'steps 1, which have no weight for the conditions'],
    [{ vcov: { cluster: 'ind' } }, 'vcov.cluster'],
    [{ vcov: { type: 'doubly-corrected' } }, 'vcov.type doubly-corrected'],
    [{ weights: { column: 'emp', type: 'analytic' } }, 'weights'],
  ] as const)('are refused with %j', async (changes, reason) => {
    expect(await failure({ ...changes, nonlinear: true })).toBe(
      `model: nonlinear: expected false with ${reason}, found true`,
    );
  });

  test('have no bootstrap', async () => {
    const nonlinear = await fit({ nonlinear: true });
    expect(() => bootstrap(nonlinear, { reps: 10 })).toThrow('nonlinear moment conditions');
  });
});

test('a bootstrap is of one or two steps', async () => {
  const cue = await fit({ steps: 'cue' });
  expect(() => bootstrap(cue, { reps: 10 })).toThrow(
    'bootstrap: steps cue cannot be bootstrapped; expected steps 1 or 2',
  );
});

test('level residuals are tested on their own pairs', async () => {
  const { tests } = await fit({ system: true, arLevels: true });
  const differenced = await fit({ system: true });
  expect(tests.ar!.map(({ pairs }) => pairs)).toEqual([611, 471]);
  expect(differenced.tests.ar!.map(({ pairs }) => pairs)).toEqual([471, 331]);
});

describe('a covariance that a model cannot have', () => {
  test.each([
    [
      { steps: 'cue', vcov: { type: 'windmeijer' } },
      'model: vcov.type: expected robust or unadjusted with steps cue, found "windmeijer"',
    ],
    [
      { vcov: { type: 'doubly-corrected', cluster: 'id year' } },
      'model: vcov.cluster: expected at most one column with type doubly-corrected, found ["id","year"]',
    ],
    [
      { steps: 1, vcov: { type: 'unadjusted', cluster: 'id' } },
      'model: vcov.type: expected robust or doubly-corrected with vcov.cluster, found "unadjusted"',
    ],
    [
      { arLevels: true },
      'model: arLevels: expected false, as system is false and has no level residuals, found true',
    ],
  ] as const)('is refused: %#', async (changes, expected) => {
    expect(await failure(changes)).toBe(expected);
  });
});
