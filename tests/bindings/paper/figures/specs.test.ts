/** The specifications of figures: the same everywhere, valid for Vega-Lite, and with numbers from the results. */
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { fitModel } from 'wasmetrics';
import { toTable } from 'wasmetrics/data';
import { coefficientFigure, type Figure } from 'wasmetrics/report';
import { data, makers, ols } from './figures.js';

/** What Vega-Lite finds wrong with a specification. */
export function problems({ spec }: Figure): string[] {
  const found: string[] = [];
  const logger = {
    level: () => logger,
    error: (...words: unknown[]) => (found.push(words.join(' ')), logger),
    warn: (...words: unknown[]) => (found.push(words.join(' ')), logger),
    info: () => logger,
    debug: () => logger,
  };
  compile(structuredClone(spec) as unknown as TopLevelSpec, { logger } as never);
  return found;
}

/** All text of a specification that could be an expression: everything outside data, titles and font names. */
function strings(value: unknown, key = ''): string[] {
  if (['values', 'description', 'title', 'font'].includes(key)) return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => strings(part, name));
}

describe.each(Object.entries(makers))('the figure of %s', (kind, make) => {
  it('has the specification of its golden file, which Vega-Lite compiles without a warning', async () => {
    const figure = await make();
    expect(figure.kind).toBe(kind);
    expect(problems(figure)).toEqual([]);
    const json = `${JSON.stringify(figure.spec, null, 1)}\n`;
    await expect(json).toMatchFileSnapshot(`golden/${kind}.vl.txt`);
  });

  it('is 85 mm wide, in letters of 7 points and more', async () => {
    const { spec } = await make();
    const { left, right } = spec['padding'] as Record<string, number>;
    expect(left! + Number(spec['width']) + right!).toBeCloseTo(321, 8);
    const sizes = [...JSON.stringify(spec).matchAll(/ontSize":([\d.]+)/g)].map(([, size]) =>
      Number(size),
    );
    expect(Math.min(...sizes) * 0.75).toBeGreaterThanOrEqual(7);
  });

  it('has a title, a description and the numbers as a table', async () => {
    const { title, description, table } = await make();
    expect(description.startsWith(title)).toBe(true);
    expect(table.body.length).toBeGreaterThan(0);
    const width = table.head[0]!.length - 1;
    expect(table.body.every(({ cells }) => cells.every(({ column }) => column <= width))).toBe(
      true,
    );
  });
});

describe('names in a figure', () => {
  const odd = [
    'datum.x + 1',
    "'); alert(1); ('",
    '</text><script>alert(1)</script>',
    'a[0].b',
    '{{signal}}',
    'x'.repeat(500),
    '行业产出\u202e\uffff',
  ];

  it('are data only, so that none is read as an expression', async () => {
    const figure = await coefficientFigure([await fitModel(data, ols)], {
      labels: { x: odd[0]!, z: odd[1]!, y: odd[2]! },
      title: odd[3],
    });
    expect(problems(figure)).toEqual([]);
    expect(strings(figure.spec).filter((text) => odd.some((name) => text.includes(name)))).toEqual(
      [],
    );
  });

  it.each(odd)('may be %s', async (name) => {
    const x = [1, 2, 4, 3, 6, 5, 9, 7];
    const table = toTable({ y: x.map((value, i) => value + (i % 3)), [name]: x });
    const formula = `y ~ \`${name}\``;
    const fit = await fitModel(table, { estimator: 'ols', formula }).catch(() => undefined);
    const label: Record<string, string> = fit === undefined ? { x: name } : {};
    const shown = fit ?? (await fitModel(data, ols));
    expect(problems(await coefficientFigure([shown], { labels: label }))).toEqual([]);
  });
});

describe('coefficients', () => {
  it('may be one, or two hundred', async () => {
    const n = 450;
    const draw = (i: number) => ((i * 48_271) % 65_537) / 65_537 - 0.5;
    const y = Array.from({ length: n }, (_, i) => draw(i + 1));
    const level = y.map((_, i) => i % 200);
    const many = await fitModel(toTable({ y, level }), {
      estimator: 'ols',
      formula: 'y ~ i(level)',
    });
    const figure = await coefficientFigure([many]);
    expect(problems(figure)).toEqual([]);
    expect(figure.table.body).toHaveLength(199);
    const one = await coefficientFigure([await fitModel(data, ols)], { of: ['z'] });
    expect([problems(one), one.table.body.length]).toEqual([[], 1]);
  });

  it('have the intervals of the results, and a point alone without one', async () => {
    const fit = await fitModel(data, ols);
    const figure = await coefficientFigure([fit], { of: ['x'] });
    const values = figure.table.body[0]!.cells.map(({ value }) => value);
    expect(values.slice(-2)).toEqual(fit.confInt['x']);
    const without = {
      ...fit,
      stdErrors: { ...fit.stdErrors, x: NaN },
      confInt: { ...fit.confInt, x: [NaN, NaN] as const },
    };
    const bare = await coefficientFigure([without], { of: ['x', 'z'] });
    expect(problems(bare)).toEqual([]);
    expect(bare.warnings.map(({ code }) => code)).toContain('no-interval');
    expect(JSON.stringify(bare.spec)).not.toMatch(/NaN|Infinity/);
  });

  it('are chosen by patterns, whose misspelling names the nearest coefficient', async () => {
    const fit = await fitModel(data, {
      estimator: 'ols',
      formula: 'y ~ x + twice + z',
      collinear: 'omit',
    });
    await expect(coefficientFigure([fit], { of: ['_con'] })).rejects.toThrow(
      /figure: of: no model has a coefficient _con \(did you mean "_cons"\?\)/,
    );
    const chosen = await coefficientFigure([fit], { of: ['/^[xz]$/'] });
    expect(chosen.table.body.map(({ label }) => label)).toEqual(['x', 'z']);
  });

  it('are in Chinese on request', async () => {
    const figure = await coefficientFigure([await fitModel(data, ols)], { language: 'zh' });
    expect(figure.title).toBe('y模型的系数');
    expect(JSON.stringify(figure.spec['config'])).toMatch(/"font":"Noto Sans CJK SC/);
  });
});
