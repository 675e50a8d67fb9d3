import { bootstrap, delta, dpd, type FitResult } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { describe, expect, it } from 'vitest';
import { firms, index, near, options } from '../employment.js';

const fitting = dpd(firms, options);

describe('long-run effects', () => {
  it('are those of the delta method, of each lag and of all lags of a variable', async () => {
    const fit = await fitting;
    const rest = '(1 - L1.n - L2.n)';
    const written = {
      w: `w/${rest}`,
      'L1.w': `L1.w/${rest}`,
      k: `k/${rest}`,
      'w + L1.w': `(w + L1.w)/${rest}`,
    };
    expect(Object.keys(fit.longRun!)).toEqual(Object.keys(written));
    for (const [name, expression] of Object.entries(written)) {
      const { functions } = await delta(fit, expression);
      const [direct] = functions;
      const { estimate, stdError, pValue, confInt } = fit.longRun![name]!;
      near(estimate, direct!.value);
      near(stdError, direct!.stdError);
      near(pValue, direct!.pValue!, 1e-7);
      near(confInt[0], direct!.confInt[0], 1e-7);
    }
  });

  it('are bootstrapped from the coefficients of each replicate', async () => {
    const fit = await fitting;
    const run = bootstrap(fit, { reps: 99, workers: 0, ci: ['percentile'] });
    const { longRun, bias, biasCorrected } = await run.result;
    const { values, width } = await run.replicates;
    const effects = Array.from({ length: 99 }, (_, r) => {
      const [l1, l2, , , k] = values.subarray(r * width, (r + 1) * width);
      return k! / (1 - l1! - l2!);
    });
    const mean = effects.reduce((sum, x) => sum + x, 0) / 99;
    near(longRun!.bias['k']! + fit.longRun!['k']!.estimate, mean);
    near(longRun!.biasCorrected['k']!, 2 * fit.longRun!['k']!.estimate - mean);
    near(biasCorrected['w']!, fit.params['w']! - bias['w']!);
    expect(longRun!.confInt.percentile!['k']![0]).toBeGreaterThanOrEqual(Math.min(...effects));
  });
});

describe('selection criteria', () => {
  it('are J less df times ln N, 2 and 2.1 ln ln N', async () => {
    const { criteria, tests, ngroups } = await fitting;
    const { stat, df } = tests.hansen as { stat: number; df: number };
    near(criteria!.bic, stat - df * Math.log(ngroups!));
    near(criteria!.aic, stat - 2 * df);
    near(criteria!.hqic, stat - 2.1 * df * Math.log(Math.log(ngroups!)));
  });

  it('do not exist where Hansen does not', async () => {
    const fit = await dpd(firms, { ...options, steps: 1, vcov: { type: 'unadjusted' } });
    expect(fit.criteria).toBeUndefined();
  });
});

describe('the count of instruments', () => {
  const roles = { endogenous: 'n', predetermined: 'w k' };
  const fewer = [
    { roles: { ...roles, collapse: true } },
    {
      gmm: [
        { vars: 'n', lags: [2, 3] },
        { vars: 'w k', lags: [1, 2] },
      ],
    },
    {
      gmm: [
        { vars: 'n', lags: [2, 3], collapse: true },
        { vars: 'w k', lags: [1, 2], collapse: true },
      ],
    },
  ] as const;

  it('names reductions with the columns that they would leave', async () => {
    const base = { panel: index, formula: 'n ~ L.n + w + k' };
    const whole = await dpd(firms, { ...base, roles });
    const counts = await Promise.all(
      fewer.map(async (one) => (await dpd(firms, { ...base, ...one })).ninstruments),
    );
    const { reductions, columns, ratio, grade, zeroColumns } = whole.instrumentCount!;
    expect(reductions.map((one) => one.columns)).toEqual(counts);
    expect(columns).toBe(whole.ninstruments);
    expect(zeroColumns).toBe(whole.instruments!.filter(({ nonzero }) => nonzero === 0).length);
    expect(ratio).toBe(whole.rankInstruments! / whole.ngroups!);
    expect(grade).toBe('high');
    const warning = whole.warnings.find(({ code }) => code === 'many-instruments')!;
    expect(warning.message).toContain(`collapse: ${counts[0]}`);
  });

  it('says that a Hansen test with too many instruments has no power', async () => {
    const few = { panel: index, formula: 'n ~ L.n + w', where: 'id <= 40', roles };
    const { warnings, instrumentCount } = await dpd(firms, few);
    expect(instrumentCount!.grade).toBe('more than units');
    const codes = warnings.map(({ code }) => code);
    expect(codes).toContain('too-many-instruments');
    expect(codes).toContain('hansen-without-power');
  });

  it('gives a reason for every column that is zero in every row', async () => {
    const { instruments } = await fitting;
    const zero = instruments!.filter(({ nonzero }) => nonzero === 0);
    expect(zero.length).toBeGreaterThan(0);
    for (const { lag, period, dropped } of zero) {
      const before = Number(period) - lag! < 1976;
      expect(dropped).toBe(before ? 'before the first period, 1976' : 'in no row of the sample');
    }
  });
});

describe('named sets of instruments', () => {
  const named = (fit: FitResult, name: string) =>
    fit.tests.diffHansen!.find(({ group }) => group === name)!;

  it('are tested beside the groups, by groups, variables and equation', async () => {
    const fit = await dpd(firms, {
      ...options,
      diffHansen: [
        { name: 'of n', groups: 'gmm[0]' },
        { name: 'also of n', groups: 'gmm(n, 2:4)' },
        { name: 'variable n', vars: 'n' },
        { name: 'levels', groups: ['gmm[0]', 'gmm[1]'], equation: 'level' },
        { name: 'levels of w', vars: 'w', equation: 'level' },
      ],
    });
    const group = named(fit, 'gmm(n, 2:4)');
    for (const name of ['of n', 'also of n', 'variable n']) {
      expect(named(fit, name)).toEqual({ ...group, group: name });
    }
    const levels = named(fit, 'gmm instruments for levels');
    expect(named(fit, 'levels')).toEqual({ ...levels, group: 'levels' });
    expect(named(fit, 'levels of w').difference).toMatchObject({ df: 7 });
    expect(toText(fit, { form: 'full' })).toContain('levels of w');
  });

  it.each([
    [{ name: 'a', groups: 'gmm[2]' }, 'unknown-group', 'no group "gmm[2]"'],
    [{ name: 'a', vars: 'ys' }, 'empty-set', 'the set "a" has no instrument'],
    [{ name: 'a', groups: 'timeEffects' }, 'unknown-group', 'no group "timeEffects"'],
  ])('without instruments are an error: %#', async (set, code, words) => {
    const fit = dpd(firms, { ...options, diffHansen: [set] });
    await expect(fit).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });
});

describe('a panel that is too short', () => {
  const short = { panel: index, formula: 'n ~ L.n + L2.n', where: 'year >= 1983' } as const;

  it('is told which lag lacks which period', async () => {
    const rows = {
      id: [1, 1, 1, 2, 2, 2],
      year: [1, 2, 3, 1, 2, 3],
      n: [1, 3, 2, 5, 4, 6],
    };
    const model = {
      ...short,
      where: undefined,
      system: false,
      gmm: [{ vars: 'n', lags: [2, null] }],
    } as const;
    await expect(dpd(rows, model)).rejects.toMatchObject({
      code: 'empty-sample',
      message: expect.stringContaining(
        'L2.n, transformed, reaches 3 periods back and exists from 4 on; the panel has 3 periods, 1 to 3',
      ) as string,
    });
  });

  it('names the groups that the window leaves empty', async () => {
    const model = {
      ...short,
      formula: 'n ~ L.n',
      where: 'year <= 1979',
      system: false,
      gmm: [{ vars: 'n', lags: [5, 6] }],
    } as const;
    await expect(dpd(firms, model)).rejects.toMatchObject({
      code: 'under-identified',
      message: expect.stringContaining('no column remains of gmm(n, 5:6)') as string,
    });
  });
});
