/** Numbers that only figures have. */
import { describe, expect, it } from 'vitest';
import { fitModel, loadEngine, margins } from 'wasmetrics';
import {
  coefficientFigure,
  eventFigure,
  leverageFigure,
  marginsFigure,
  powerFigure,
  residualFigure,
} from 'wasmetrics/report';
import { bandCritical } from '../../../../bindings/paper/figures/intervals.js';
import { noncentralFSf } from '../../../../bindings/core/numerics/noncentral.js';
import { data, dynamic, ols, panelData } from './figures.js';

describe('the power of a t test', () => {
  // R 4.5: c <- qt(.975, df); 1 - pt(c, df, e) + pt(-c, df, e)
  it.each([
    [3, 0, 0.05],
    [3, 0.5, 0.06529427],
    [3, 2, 0.2887524],
    [3, 6, 0.9670006],
    [10, 0.5, 0.07390618],
    [10, 2, 0.4396273],
    [10, 6, 0.9996617],
  ])(
    'with %d degrees of freedom at an effect of %d standard errors is that of R',
    async (df, effect, power) => {
      const engine = await loadEngine();
      const critical = engine.exports.t_isf(0.025, df);
      expect(noncentralFSf(engine, critical ** 2, df, effect ** 2)).toBeCloseTo(power, 6);
    },
  );

  it('is its size at 0 and the wanted power at the marked effect', async () => {
    const { table } = await powerFigure(await fitModel(data, ols), { power: 0.9 });
    const values = table.body.map(({ cells }) => cells[0]!.value!);
    expect(values[0]).toBeCloseTo(0.05, 12);
    expect(values.at(-1)).toBe(0.9);
  });
});

describe('a band for several coefficients', () => {
  const fitWith = (correlation: number, df: number) => ({
    statistic: 'z',
    dfResid: df,
    vcov: {
      names: ['a', 'b'],
      values: [
        [1, correlation],
        [correlation, 1],
      ],
    },
  });

  it('has the critical value of Sidak for independent ones', async () => {
    const engine = await loadEngine();
    const exact = engine.exports.normal_isf((1 - Math.sqrt(0.95)) / 2);
    const critical = bandCritical(engine, fitWith(0, 100) as never, ['a', 'b'], 0.95);
    expect(Math.abs(critical! - exact)).toBeLessThan(0.03);
  });

  it('is as wide as one interval where they are nearly the same, and missing where they are', async () => {
    const engine = await loadEngine();
    const close = bandCritical(engine, fitWith(0.999999, 100) as never, ['a', 'b'], 0.95);
    expect(Math.abs(close! - 1.96)).toBeLessThan(0.03);
    expect(bandCritical(engine, fitWith(1, 100) as never, ['a', 'b'], 0.95)).toBeNull();
  });
});

describe('an event figure', () => {
  it('has the band that the figure of coefficients shows for a path, and only for a path', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x + i(rel, ref=-1)' });
    const of = ['/^rel=/'];
    const [path, event] = await Promise.all([
      coefficientFigure([fit], { of }),
      eventFigure(fit, { of }),
    ]);
    const ends = ({ table }: typeof path) =>
      table.body.map(({ cells }) => cells.slice(-2).map(({ value }) => value));
    expect(ends(path)).toEqual(ends(event));
    expect(path.description).toContain('95% sup-t band');
    expect((await coefficientFigure([fit])).description).not.toContain('sup-t');
  });

  it('has the reference of the formula and a band wider than the intervals', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ i(rel, ref=-1)' });
    const { spec, table } = await eventFigure(fit);
    expect(JSON.stringify(spec)).toContain('{"x":-1,"y":0}');
    for (const { cells } of table.body) {
      const [, low, high, from, to] = cells.map(({ value }) => value!);
      expect(from! < low! && high! < to!).toBe(true);
    }
  });

  it('finds the reference of a saved result between its neighbours', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ i(rel, ref=-1)' });
    const saved = JSON.parse(JSON.stringify(fit)) as typeof fit;
    expect(JSON.stringify((await eventFigure(saved)).spec)).toContain('{"x":-1,"y":0}');
  });

  it('refuses coefficients that are no path', async () => {
    await expect(eventFigure(await fitModel(data, ols))).rejects.toMatchObject({ code: 'no-path' });
    await expect(eventFigure(await fitModel(data, ols), { of: ['x', 'z'] })).rejects.toThrow(
      /expected two coefficients or more of one factor of numbers, .*found x, z/,
    );
  });
});

describe('a figure of marginal effects', () => {
  const choice = { of: 'x', over: 'z', level: 0.9 } as const;

  it('has the effects and intervals of margins, and the moderator of every row', async () => {
    const fit = await fitModel(panelData, { estimator: 'ols', formula: 'y ~ x*z' });
    const { spec, table } = await marginsFigure(fit, { ...choice, points: 7 });
    const { effects, nobs } = await margins(fit, { ...choice, points: 7 });
    expect(table.body.map(({ cells }) => cells.map(({ value }) => value))).toEqual(
      effects.map(({ estimate, confInt }) => [estimate, ...confInt]),
    );
    expect(JSON.stringify(spec)).toContain(`distribution of z in ${nobs} rows`);
  });

  it('has a point and the number of rows for each of few values', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x*rel' });
    const { table } = await marginsFigure(fit, { of: 'x', over: 'rel' });
    expect(table.head[0]!.at(-1)).toBe('Rows');
    expect(table.body.map(({ label, cells }) => [label, cells.at(-1)!.value])).toEqual(
      ['-2', '-1', '0', '1'].map((value) => [value, 8]),
    );
  });

  it('has a row for each level of a factor', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x*i(rel)' });
    const figure = await marginsFigure(fit, { of: 'x', over: 'rel' });
    expect(figure.table.body.map(({ label }) => label)).toEqual(['-2', '-1', '0', '1']);
    expect(JSON.stringify(figure.spec)).toContain('"label":"-2 (8)"');
  });

  it('is refused without a moderator, and with one that changes nothing', async () => {
    const fit = await fitModel(data, ols);
    await expect(marginsFigure(fit, { of: 'x' } as never)).rejects.toThrow(
      /^figure: over: expected the name of a moderator, found nothing/,
    );
    await expect(marginsFigure(fit, choice)).rejects.toMatchObject({ code: 'no-interaction' });
  });
});

describe('leverages', () => {
  it('add up to the number of coefficients', async () => {
    const { table } = await leverageFigure(await fitModel(data, ols));
    const sum = table.body.reduce((total, { cells }) => total + cells[0]!.value!, 0);
    expect(sum).toBeCloseTo(3, 10);
  });

  it('are refused where rows have none, with the figure that the estimate has', async () => {
    const fit = await fitModel(panelData, dynamic);
    await expect(leverageFigure(fit)).rejects.toThrow(
      /expected an estimate by ols, found one by dpd; plot influence/,
    );
    await expect(residualFigure(fit)).rejects.toThrow(
      /residual for each row, found a dynamic panel/,
    );
    const saved = JSON.parse(JSON.stringify(await fitModel(data, ols))) as typeof fit;
    await expect(residualFigure(saved)).rejects.toThrow(/this result carries no data/);
  });
});

describe('residuals', () => {
  it.each(['pooled', 'within', 'random', 'twoway'] as const)(
    'and fitted values of %s effects add up to the outcome',
    async (effects) => {
      const fit = await fitModel(data, {
        estimator: 'panel',
        effects,
        panel: { unit: 'id', time: 'year' },
        formula: 'y ~ x',
      });
      const { table } = await residualFigure(fit);
      const y = data.columns.get('y')!.values as Float64Array;
      const sums = table.body.map(({ cells }) => cells[0]!.value! + cells[1]!.value!);
      sums.forEach((sum, i) => expect(sum).toBeCloseTo(y[i]!, 12));
    },
  );
});
