import { dpd, type FitResult, ols, panel } from 'wasmetrics';
import { describe, expect, it } from 'vitest';
import { firms, formula, index, near, options } from './employment.js';

const fitting = dpd(firms, options);

type Baselines = NonNullable<FitResult['baselines']>;
type Baseline = Extract<Baselines['within'], { stdErrors: unknown }>;

describe('baselines', () => {
  it('are the estimates of pooled least squares and within, clustered by unit', async () => {
    const { baselines } = await fitting;
    const vcov = { type: 'cluster', cluster: ['id'], small: false } as const;
    const pooled = await ols(firms, { panel: index, formula, vcov });
    const within = await panel(firms, { panel: index, formula, effects: 'within' });
    for (const name of ['L1.n', 'L2.n']) {
      near(baselines!.pooledOls.params![name]!, pooled.params[name]!);
      near(
        (baselines!.pooledOls as { stdErrors: Record<string, number> }).stdErrors[name]!,
        pooled.stdErrors[name]!,
      );
      near(baselines!.within.params![name]!, within.params[name]!);
    }
  });

  it('leave out of within what does not vary in units', async () => {
    const industries = { ...options, formula: 'n ~ L.n + w + ind', iv: [{ vars: 'k ind' }] };
    const { baselines } = await dpd(firms, industries);
    const within = await panel(firms, { panel: index, formula: 'n ~ L.n + w' });
    near(baselines!.within.params!['L1.n']!, within.params['L1.n']!);
    expect(baselines!.andersonHsiao.params).not.toBeNull();
  });

  it('correct a first-order model by (1 + b) / T, with T the mean number of rows', async () => {
    const model = {
      ...options,
      formula: 'n ~ L.n',
      gmm: [{ vars: 'n', lags: [2, 4] }],
      iv: [],
    } as const;
    const { baselines, nobs, ngroups } = await dpd(firms, model);
    const b = baselines!.within.params!['L1.n']!;
    near(baselines!.hahnKuersteiner.params!['L1.n']!, b + ((1 + b) * ngroups!) / nobs);
  });

  it('have the instrumental variable estimate of Anderson and Hsiao', async () => {
    const { baselines } = await fitting;
    const other = await dpd(firms, {
      ...options,
      system: false,
      steps: 1,
      h: 1,
      gmm: [{ vars: 'n', lags: [2, 2], collapse: true }],
      iv: [{ vars: 'L2.n w L.w k' }],
    });
    const own = baselines!.andersonHsiao as Baseline;
    near(own.params['L1.n']!, other.params['L1.n']!, 1e-12);
    near(own.stdErrors['L1.n']!, other.stdErrors['L1.n']!, 1e-12);
  });

  it('go by the calendar where periods are missing', async () => {
    const where = 'year != 1980 && !(id == 3 && year == 1982)';
    const short = { ...options, formula: 'n ~ L.n + w + k', where };
    const { baselines } = await dpd(firms, short);
    const within = await panel(firms, {
      panel: index,
      formula: short.formula,
      effects: 'within',
      where,
    });
    near(baselines!.within.params!['L1.n']!, within.params['L1.n']!);
    const other = await dpd(firms, {
      ...short,
      system: false,
      steps: 1,
      h: 1,
      gmm: [{ vars: 'n', lags: [2, 2], collapse: true }],
      iv: [{ vars: 'w k' }],
    });
    const own = baselines!.andersonHsiao as Baseline;
    near(own.params['L1.n']!, other.params['L1.n']!, 1e-12);
    near(own.stdErrors['L1.n']!, other.stdErrors['L1.n']!, 1e-12);
  });

  it.each(['fd', 'fod'] as const)('are those of %s on weighted rows', async (transform) => {
    const weighted = { ...options, weights: { type: 'probability', column: 'emp' } } as const;
    const { baselines } = await dpd(firms, weighted);
    const instruments = transform === 'fd' ? 'L2.n w L.w k' : 'L(1:2).n w L.w k';
    const window = { vars: 'n', lags: [2, 2], collapse: true } as const;
    const other = await dpd(firms, {
      ...weighted,
      transform,
      system: false,
      steps: 1,
      h: 1,
      gmm: transform === 'fd' ? [window] : [],
      iv: [{ vars: instruments }],
    });
    const own = (transform === 'fd' ? baselines!.andersonHsiao : baselines!.within) as Baseline;
    for (const name of ['L1.n', 'L2.n']) {
      near(own.params[name]!, other.params[name]!, 1e-11);
      near(own.stdErrors[name]!, other.stdErrors[name]!, 1e-11);
    }
  });

  it('are clustered by unit whatever the clusters of the model', async () => {
    const { baselines } = await fitting;
    const clustered = await dpd(firms, {
      ...options,
      vcov: { type: 'windmeijer', cluster: 'ind' },
    });
    expect(clustered.baselines).toEqual(baselines);
  });

  it('say what the sample does not have', async () => {
    const short = { ...options, formula: 'n ~ L.n + w', where: 'year <= 1977' };
    const { baselines } = await dpd(firms, { ...short, gmm: [], iv: [{ vars: 'k w ys' }] });
    expect(baselines!.pooledOls.params).not.toBeNull();
    const missing = { params: null, reason: expect.stringContaining('no usable transformed row') };
    const { within, hahnKuersteiner, andersonHsiao } = baselines!;
    expect([within, hahnKuersteiner, andersonHsiao]).toEqual([missing, missing, missing]);
  });

  it('bound the first lag, and a warning says where they do not', async () => {
    const fit = await dpd(firms, { ...options, formula: 'n ~ L.n + w + k' });
    const { pooledOls, within } = fit.baselines!;
    const b = fit.params['L1.n']!;
    const inside = b >= within.params!['L1.n']! && b <= pooledOls.params!['L1.n']!;
    expect(fit.warnings.some(({ code }) => code === 'outside-bounds')).toBe(!inside);
  });

  it('and long-run effects do not exist without a lagged outcome; a key leaves them out', async () => {
    const without = await dpd(firms, { ...options, formula: 'n ~ w + k' });
    expect(without.baselines).toBeUndefined();
    expect(without.longRun).toBeUndefined();
    const left = await dpd(firms, { ...options, baselines: false });
    expect(left.baselines).toBeUndefined();
    expect(left.longRun).toBeDefined();
  });
});
