/** The distribution functions of the core against a table of high precision and against their own laws. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, compiled, memory, type Name, relativeError, table } from './core.js';

beforeAll(compiled);

/** Columns of a row: function, column of its argument, column of its value. */
const columns = [
  ['cdf', 0, 1],
  ['sf', 0, 2],
  ['log_sf', 0, 3],
  ['ppf', 4, 5],
  ['isf', 6, 7],
] as const;

describe.each(['normal', 't', 'chi2', 'f'] as const)('%s against the table', (distribution) => {
  it.each(columns)('%s is within 1e-13 of it', (suffix, argument, value) => {
    const name = `${distribution}_${suffix}`;
    let compared = 0;
    let worst = { error: 0, at: '' };
    for (const part of table.distributions.filter((p) => p.distribution === distribution)) {
      for (const row of part.rows) {
        const x = row[argument];
        if (x === null || row[value] === null) continue;
        const found = call(name, x, ...part.df);
        const error = relativeError(found, Number(row[value]));
        ++compared;
        if (!(error <= worst.error))
          worst = { error, at: `${name}(${[x, ...part.df].join(', ')})` };
      }
    }
    console.log(`${name}: largest relative error ${worst.error.toExponential(1)} at ${worst.at}`);
    expect(compared).toBeGreaterThan(10);
    expect(worst.error, worst.at).toBeLessThan(1e-13);
  });
});

/** A distribution with shapes drawn over the range of the table, and arguments in both tails. */
const drawn = fc
  .record({
    name: fc.constantFrom<Name>('normal', 't', 'chi2', 'f'),
    logDf1: fc.double({ min: -0.6, max: 13.8, noNaN: true }),
    logDf2: fc.double({ min: -0.6, max: 13.8, noNaN: true }),
    logX: fc.double({ min: -5, max: 5, noNaN: true }),
  })
  .map(({ name, logDf1, logDf2, logX }) => {
    const df = [Math.exp(logDf1), Math.exp(logDf2)];
    const shapes = { normal: [], t: df.slice(1), chi2: df.slice(1), f: df }[name];
    return { name, shapes, x: Math.exp(logX) };
  });

const tailProbability = fc
  .double({ min: -600, max: -0.6931471806, noNaN: true })
  .map((logP) => Math.exp(logP));

describe('laws of a distribution', () => {
  it('cdf and sf add up to one', () => {
    fc.assert(
      fc.property(drawn, ({ name, shapes, x }) => {
        const total = call(`${name}_cdf`, x, ...shapes) + call(`${name}_sf`, x, ...shapes);
        expect(Math.abs(total - 1)).toBeLessThan(1e-15);
      }),
    );
  });

  it('sf falls and cdf rises with x', () => {
    fc.assert(
      fc.property(drawn, fc.double({ min: 1e-9, max: 3, noNaN: true }), (draw, step) => {
        const next = draw.x * (1 + step);
        const [sf, cdf] = [`${draw.name}_sf`, `${draw.name}_cdf`];
        const rounding = 1 + 1e-14;
        expect(call(sf, next, ...draw.shapes)).toBeLessThanOrEqual(
          call(sf, draw.x, ...draw.shapes) * rounding,
        );
        expect(call(cdf, draw.x, ...draw.shapes)).toBeLessThanOrEqual(
          call(cdf, next, ...draw.shapes) * rounding,
        );
      }),
    );
  });

  it('log sf is the logarithm of sf', () => {
    fc.assert(
      fc.property(drawn, ({ name, shapes, x }) => {
        const sf = call(`${name}_sf`, x, ...shapes);
        fc.pre(sf > 1e-300 && sf < 0.9);
        expect(relativeError(call(`${name}_log_sf`, x, ...shapes), Math.log(sf))).toBeLessThan(
          1e-14,
        );
      }),
    );
  });

  it('a quantile inverts its tail, down to 1e-260', () => {
    fc.assert(
      fc.property(drawn, tailProbability, ({ name, shapes }, p) => {
        const upper = call(`${name}_isf`, p, ...shapes);
        const lower = call(`${name}_ppf`, p, ...shapes);
        // Rounding x moves a tail by the elasticity of the tail, at most about -2 ln p + df here.
        const slack = 1e-14 + 4e-16 * (-2 * Math.log(p) + Math.max(0, ...shapes));
        if (upper < 1e300) {
          expect(relativeError(call(`${name}_sf`, upper, ...shapes), p)).toBeLessThan(slack);
        }
        if (Math.abs(lower) > 1e-300 && Math.abs(lower) < 1e300) {
          expect(relativeError(call(`${name}_cdf`, lower, ...shapes), p)).toBeLessThan(slack);
        }
      }),
    );
  });

  it('a squared t is an F with one numerator degree of freedom', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 5000 }), (k, df) => {
        const t = 2 ** k; // squared without rounding
        const twoSided = 2 * call('t_sf', t, df);
        fc.pre(twoSided > 1e-300); // below, doubles thin out
        expect(relativeError(call('f_sf', t * t, 1, df), twoSided)).toBeLessThan(1e-14);
      }),
    );
  });

  it('the normal and t distributions are symmetric', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (x) => {
        expect(call('normal_cdf', -x)).toBe(call('normal_sf', x));
        expect(call('t_cdf', -x, 7)).toBe(call('t_sf', x, 7));
      }),
    );
  });
});

describe('limits', () => {
  it('at the ends of the support', () => {
    expect([call('normal_sf', Infinity), call('normal_sf', -Infinity)]).toEqual([0, 1]);
    expect([call('normal_log_sf', Infinity), call('normal_log_sf', 1e200)]).toEqual([
      -Infinity,
      -Infinity,
    ]);
    expect([call('t_sf', Infinity, 3), call('t_sf', -Infinity, 3), call('t_sf', 0, 3)]).toEqual([
      0, 1, 0.5,
    ]);
    expect([call('chi2_sf', 0, 3), call('chi2_sf', -1, 3), call('chi2_cdf', Infinity, 3)]).toEqual([
      1, 1, 1,
    ]);
    expect([
      call('f_cdf', 0, 3, 4),
      call('f_sf', Infinity, 3, 4),
      call('f_log_sf', 0, 3, 4),
    ]).toEqual([0, 0, 0]);
  });

  it('of quantiles at 0, 1/2 and 1', () => {
    expect([0, 0.5, 1].map((p) => call('normal_isf', p))).toEqual([Infinity, 0, -Infinity]);
    expect([0, 0.5, 1].map((p) => call('t_ppf', p, 3))).toEqual([-Infinity, 0, Infinity]);
    expect([0, 1].map((p) => call('chi2_isf', p, 3))).toEqual([Infinity, 0]);
    expect([0, 1].map((p) => call('f_ppf', p, 3, 4))).toEqual([0, Infinity]);
  });

  it('in the degrees of freedom: t becomes normal and F becomes chi-squared', () => {
    expect(call('t_sf', 2, Infinity)).toBe(call('normal_sf', 2));
    expect(call('t_isf', 0.025, Infinity)).toBe(call('normal_isf', 0.025));
    expect(call('f_sf', 2, 4, Infinity)).toBe(call('chi2_sf', 8, 4));
    expect(call('f_isf', 0.05, 4, Infinity)).toBe(call('chi2_isf', 0.05, 4) / 4);
    expect(relativeError(call('t_sf', 2, 1e10), call('normal_sf', 2))).toBeLessThan(1e-8);
    expect(relativeError(call('f_sf', 2, 4, 1e10), call('chi2_sf', 8, 4))).toBeLessThan(1e-8);
  });

  it('are NaN for arguments without meaning', () => {
    for (const df of [0, -1, NaN, 1e11]) {
      expect(call('t_sf', 1, df)).toBeNaN();
      expect(call('t_isf', 0.1, df)).toBeNaN();
      expect(call('chi2_sf', 1, df)).toBeNaN();
      expect(call('chi2_isf', 0.1, df)).toBeNaN();
      expect(call('f_sf', 1, df, 3)).toBeNaN();
      expect(call('f_isf', 0.1, 3, df)).toBeNaN();
    }
    expect(call('chi2_sf', 1, Infinity)).toBeNaN();
    expect(call('f_sf', 1, Infinity, 3)).toBeNaN();
    for (const p of [-0.1, 1.1, NaN]) {
      expect(call('normal_isf', p)).toBeNaN();
      expect(call('t_ppf', p, 3)).toBeNaN();
      expect(call('chi2_ppf', p, 3)).toBeNaN();
      expect(call('f_isf', p, 3, 4)).toBeNaN();
    }
    expect(call('normal_sf', NaN)).toBeNaN();
    expect(call('t_cdf', NaN, 3)).toBeNaN();
    expect(call('chi2_log_sf', NaN, 3)).toBeNaN();
    expect(call('f_cdf', NaN, 3, 4)).toBeNaN();
  });
});

describe('logarithm and exponential of a vector', () => {
  function apply(name: string, x: number[]): number[] {
    const start = call('mark');
    const address = call('alloc', 8 * x.length);
    new Float64Array(memory().buffer, address, x.length).set(x);
    call(name, x.length, address, address);
    const values = Array.from(new Float64Array(memory().buffer, address, x.length));
    call('release', start);
    return values;
  }

  it.each([
    ['vector_log', 1],
    ['vector_exp', 2],
  ] as const)('%s is within one unit in the last place', (name, column) => {
    const rows = table.elementary.filter((row) => row[column] !== null);
    const values = apply(
      name,
      rows.map(([x]) => x),
    );
    rows.forEach((row, i) => {
      expect(relativeError(values[i]!, Number(row[column])), String(row[0])).toBeLessThan(2.3e-16);
    });
  });

  it('has no logarithm at 0 and below', () => {
    expect(apply('vector_log', [0, -1, NaN, Infinity])).toEqual([NaN, NaN, NaN, Infinity]);
  });

  it('has exponentials 0 and infinity at the ends', () => {
    expect(apply('vector_exp', [-Infinity, -800, 0, 800, Infinity])).toEqual([
      0,
      0,
      1,
      Infinity,
      Infinity,
    ]);
  });
});
