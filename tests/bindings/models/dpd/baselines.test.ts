import { dpd, type FitResult, ols, panel } from 'wasmetrics';
import { describe, expect, it } from 'vitest';
import { firms, formula, index, near, options } from '../employment.js';

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

  it('keep their digits beside the year and its square, wherever years are counted from', async () => {
    const of = (origin: number) =>
      dpd(withTrend(origin), {
        ...options,
        formula: 'n ~ L.n + w + k + t + t2',
        iv: [{ vars: 'w k t t2' }],
        steps: 1,
      });
    const [raw, moved] = [(await of(0)).baselines!, (await of(1980)).baselines!];
    for (const name of ['pooledOls', 'within', 'hahnKuersteiner', 'andersonHsiao'] as const) {
      const [found, expected] = [raw[name] as Baseline, moved[name] as Baseline];
      near(found.params['L1.n']!, expected.params['L1.n']!, 1e-12);
      near(found.stdErrors['L1.n']!, expected.stdErrors['L1.n']!, 1e-12);
    }
  });

  it('have half the standard errors with four copies of every unit', async () => {
    const { baselines } = await fitting;
    const copies = await dpd(repeated(4), options);
    for (const name of ['pooledOls', 'within', 'andersonHsiao'] as const) {
      const [found, expected] = [copies.baselines![name] as Baseline, baselines![name] as Baseline];
      for (const lag of ['L1.n', 'L2.n']) {
        near(found.params[lag]!, expected.params[lag]!, 1e-12);
        near(found.stdErrors[lag]!, expected.stdErrors[lag]! / 2, 1e-12);
      }
    }
  });

  it('name a regressor that depends on others only within units', async () => {
    const columns = columnsOf(firms);
    const shifted = Float64Array.from(columns.year!, (year, row) => 2 * year + columns.id![row]!);
    const { baselines } = await dpd(
      { ...columns, shifted },
      { ...options, formula: 'n ~ L.n + year + shifted', iv: [{ vars: 'k year' }], steps: 1 },
    );
    expect(baselines!.pooledOls.params).not.toBeNull();
    const { within, andersonHsiao } = baselines!;
    const names = [within, andersonHsiao].map((found) => 'reason' in found && found.reason);
    expect(names).toEqual([
      'dpd: regressor "shifted" is, after the transformation, constant or a linear combination of earlier columns (L1.n, year)',
      'dpd: regressor "shifted" is, after the transformation, constant or a linear combination of earlier columns (year)',
    ]);
  });
});

type Columns = Record<string, Float64Array>;

/** The numeric columns of a table. */
function columnsOf({ columns }: typeof firms): Columns {
  return Object.fromEntries(
    [...columns].flatMap(([name, column]) =>
      column.kind === 'number' ? [[name, column.values]] : [],
    ),
  );
}

/** The firms with the year and its square, counted from an origin. */
function withTrend(origin: number): Columns {
  const columns = columnsOf(firms);
  const t = columns.year!.map((year) => year - origin);
  return { ...columns, t, t2: t.map((value) => value * value) };
}

/** Every firm so many times, under other numbers. */
function repeated(times: number): Columns {
  const copies = Array.from({ length: times }, (_, copy) => copy);
  return Object.fromEntries(
    Object.entries(columnsOf(firms)).map(([name, values]) => [
      name,
      Float64Array.from(
        copies.flatMap((copy) =>
          [...values].map((value) => (name === 'id' ? value + 1000 * copy : value)),
        ),
      ),
    ]),
  );
}
