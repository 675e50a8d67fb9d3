/** Verdicts on claims about coefficients and differences. */
import { readFileSync } from 'node:fs';
import { bootstrap, fitModel, type FitResult, type Table, withBootstrap } from 'wasmetrics';
import { judgeClaims, type JudgedClaim } from 'wasmetrics/study';
import { beforeAll, describe, expect, it } from 'vitest';
import { provinces, provincesStudy, type ProvincesStudy } from './provinces.js';

let table: Table;
let study: ProvincesStudy;
beforeAll(async () => {
  table = await provinces();
  study = await provincesStudy(table);
});

async function judged(claim: string, on: ProvincesStudy = study): Promise<JudgedClaim> {
  const { claims, failed } = await judgeClaims({ H1: claim }, on);
  expect(failed).toEqual([]);
  return claims[0]!;
}

const p = async (claim: string, on?: ProvincesStudy) => (await judged(claim, on)).pValue!;

const renamed = (name: string, fit: FitResult): ProvincesStudy => ({
  ...study,
  models: { [name]: fit },
  places: [{ id: name, table: name.split('.')[0]!, columns: [1] }],
});

describe('a coefficient', () => {
  it('of R and sandwich is judged by its own t statistic', async () => {
    const url = new URL('../../../golden/provinces/ols-m2-hc1.json', import.meta.url);
    const { expected } = JSON.parse(readFileSync(url, 'utf8')) as {
      expected: Record<'params' | 'stdErrors', Record<string, number>>;
    };
    const claim = await judged('T4.2: Gov > 0 at 0.01');
    const { params, stdErrors } = expected;
    expect(claim).toMatchObject({
      verdict: 'supported',
      df: 143,
      test: 't(143), one-sided',
      level: 0.01,
    });
    expect(claim.estimate).toBeCloseTo(params['Gov']!, 12);
    expect(claim.stat).toBeCloseTo(params['Gov']! / stdErrors['Gov']!, 9);
    // R: pt(5.192487126190492, 143, lower.tail = FALSE)
    expect(claim.pValue! / 3.49952596970275e-7).toBeCloseTo(1, 9);
    expect(claim.reason).toBe(
      'T4 column (2), OLS: Gov is 0.01097 (standard error 0.00211); t(143) = 5.19, one-sided p < 0.001, significant at 1%.',
    );
  });

  it.each(['T4.2: Gov', 'T5.2: Gov', 'T5.3: L.Level', 'T4.2: UR', 'T5.3: Gov/(1-L.Level)'])(
    'has one-sided p-values that sum to one, and half of the two-sided one on its side: %s',
    async (term) => {
      for (const value of [0, 0.5, -0.02]) {
        const [above, below, both] = [
          await p(`${term} > ${value}`),
          await p(`${term} < ${value}`),
          await p(`${term} != ${value}`),
        ];
        expect(above + below).toBeCloseTo(1, 12);
        expect(2 * Math.min(above, below)).toBeCloseTo(both, 12);
        const { estimate } = await judged(`${term} > ${value}`);
        expect(above < 0.5).toBe(estimate! > value);
      }
    },
  );

  it('is judged the same under other names and units', async () => {
    const level = Float64Array.from(
      table.columns.get('Level')!.values as Float64Array,
      (y) => 1000 * y,
    );
    const other = await fitModel(
      { y: level, g: table.columns.get('Gov')!.values as Float64Array },
      { estimator: 'ols', formula: 'y ~ g', vcov: { type: 'HC1' } },
    );
    const on = renamed('main.1', other);
    for (const relation of ['> 0', '< 0', '!= 0']) {
      const [one, two] = [
        await judged(`T4.1: Gov ${relation}`),
        await judged(`main.1: g ${relation}`, on),
      ];
      expect([two.verdict, two.test]).toEqual([one.verdict, one.test]);
      expect(two.pValue).toBeCloseTo(one.pValue!, 12);
    }
    const bands = [
      await judged('T4.1: Gov = 0 within 0.015'),
      await judged('main.1: g = 0 within 15', on),
    ];
    expect(bands[0]!.pValue).toBeCloseTo(bands[1]!.pValue!, 12);
  });

  it('is within a band if the interval of one minus the level is inside', async () => {
    const [low, high] = study.models['T4.2']!.confInt['Gov']!; // of 95%
    expect((await judged(`T4.2: Gov = 0 within ${high * 1.0001}`)).verdict).toBe('supported');
    const outside = await judged(`T4.2: Gov = 0 within ${high * 0.9999}`);
    expect(outside.verdict).toBe('not supported');
    expect(outside.changes).toContainEqual(
      expect.stringContaining('By two one-sided tests (TOST), which use the 90% interval'),
    );
    const middle = (low + high) / 2;
    expect(await p(`T4.2: Gov = ${middle} within ${(high - low) / 2}`)).toBeCloseTo(0.05, 9);
    expect(outside.reason).toBe(
      `T4 column (2), OLS: the 95% interval of Gov, [0.00679, 0.01514], is not inside [-${Number((high * 0.9999).toPrecision(12))}, ${Number((high * 0.9999).toPrecision(12))}].`,
    );
  });

  it('needs a test: none without degrees of freedom, with a perfect fit or left out', async () => {
    const x = [1, 2, 3, 4];
    const model = { estimator: 'ols', formula: 'y ~ x' } as const;
    const perfect = await fitModel({ x, y: x.map((one) => 2 * one) }, model);
    expect(await judged('P.1: x > 0', renamed('P.1', perfect))).toMatchObject({
      verdict: 'not testable',
      reason:
        'P column (1), OLS: the model fits its rows exactly, so its standard errors are rounding.',
    });
    const collinear = await fitModel(
      { x, z: x.map((one) => 3 * one), y: [1, 3, 2, 5] },
      { ...model, formula: 'y ~ x + z', collinear: 'omit' },
    );
    const gone = await judged('C.1: z > 0', renamed('C.1', collinear));
    expect(gone.verdict).toBe('not testable');
    expect(gone.reason).toBe('C column (1), OLS: z was left out, as it is collinear with x.');
  });
});

describe('several columns', () => {
  it('support a claim if each does, and its numbers are of the weakest', async () => {
    const both = await judged('T4: Gov > 0');
    const [one, two] = [await p('T4.1: Gov > 0'), await p('T4.2: Gov > 0')];
    expect(both).toMatchObject({ verdict: 'supported', pValue: Math.max(one, two) });
    expect(both.parts!.map(({ model, pValue }) => [model, pValue])).toEqual([
      ['T4.1', one],
      ['T4.2', two],
    ]);
    expect(both.reason).toMatch(/^Both support it; T4 column \(1\), OLS: Gov is/);
  });

  it('are mixed if they disagree', async () => {
    const claim = await judged('T4.2, T5.2 and T5.3: Gov > 0');
    expect(claim.verdict).toBe('mixed');
    expect(claim.reason).toMatch(
      /^T4\.2 and T5\.3 support it, T5\.2 does not; T5 column \(2\), 2SLS: Gov is 0\.00576/,
    );
  });

  it('leave out those of a table without the term, and not one that is named', async () => {
    expect((await judged('T5: L.Level > 0')).parts).toBeUndefined();
    const { claims, failed } = await judgeClaims({ H1: 'T5.2, T5.3: L.Level > 0' }, study);
    expect([claims[0]!.verdict, failed[0]!.error.code]).toEqual(['not testable', 'unknown-term']);
  });

  it('cannot support a claim if one failed', async () => {
    const claim = await judged('T4.2, T8.1: Gov > 0');
    expect(claim).toMatchObject({ verdict: 'not testable' });
    expect(claim.reason).toMatch(/^T4\.2 supports it, T8\.1 cannot be tested; /);
    expect((await judged('T8: Gov > 0')).reason).toBe('T8 failed: T8.1: no row is left.');
    expect((await judged('T5.2, T8.1: Gov > 0')).verdict).toBe('not supported');
  });
});

describe('a claim that names nothing is listed as failed', () => {
  it.each([
    ['T9: Gov > 0', 'unknown-table', 'the study has no table "T9" (did you mean "T4"?)', 0],
    ['T4.3: Gov > 0', 'unknown-model', 'T4 has columns (1) and (2), found "T4.3"', 0],
    ['T3: Gov > 0', 'unknown-model', 'expected a table of models, found T3, which has none', 0],
    [
      'T4.2: Gvo > 0',
      'unknown-term',
      'T4 column (2), OLS: there is no coefficient "Gvo" (did you mean "Gov"?)',
      6,
    ],
    [
      'T7: Gov differs between east and wets',
      'unknown-group',
      'Region has no group "wets" (did you mean "west"?)',
      33,
    ],
    [
      'T7: Gov differs between east and west of Regoin',
      'unknown-column',
      'T7 is not split by "Regoin" (did you mean "Region"?)',
      0,
    ],
    [
      'T7.1: Gov differs between east and west',
      'bad-claim',
      'expected a split table, found the column T7.1; write T7',
      0,
    ],
  ])('%s', async (text, code, sentence, offset) => {
    const { claims, failed } = await judgeClaims({ H1: text }, study);
    expect(claims[0]).toMatchObject({ verdict: 'not testable', pValue: null });
    expect(claims[0]!.reason.toLowerCase()).toBe(
      `${sentence}.`.replace('?).', '?).').toLowerCase(),
    );
    const message = `H1: ${sentence}\n  ${text}\n  ${' '.repeat(offset)}^`;
    expect(failed).toMatchObject([{ id: 'H1', error: { code, message } }]);
  });

  it('as is one that names two things', async () => {
    const both = [study.comparisons['T7']![0]!, { ...study.comparisons['T7']![0]!, by: 'Zone' }];
    const { failed } = await judgeClaims(
      { H1: 'T7: Gov differs between east and west' },
      { ...study, comparisons: { T7: both } },
    );
    expect(failed[0]!.error.message).toContain(
      'T7 is split by Region and Zone; name the column after the groups',
    );
  });
});

describe('the bootstrap of a model', () => {
  it('decides only if the claim or the table says so', async () => {
    const result = await bootstrap(study.models['T4.2']!, { reps: 199, seed: 1, workers: 0 })
      .result;
    const on = {
      ...study,
      models: { ...study.models, 'T4.2': withBootstrap(study.models['T4.2']!, result) },
    };
    const analytic = await judged('T4.2: Gov > 0', on);
    expect(analytic.test).toBe('t(143), one-sided');
    const byClaim = await judged('T4.2: Gov > 0 by bootstrap', on);
    expect(byClaim.pValue).toBe(result.pValues['Gov']! / 2);
    const { claims } = await judgeClaims({ H1: 'T4.2: Gov > 0' }, on, { bootstrapped: ['T4'] });
    expect(claims[0]).toMatchObject({
      pValue: byClaim.pValue,
      test: 'cluster bootstrap by id (199 replicates, seed 1), one-sided',
    });
    expect(await p('T4.2: Gov < 0 by bootstrap', on)).toBeCloseTo(1 - byClaim.pValue!, 12);
    expect(await judged('T4.1: Gov > 0 by bootstrap')).toMatchObject({
      verdict: 'not testable',
      reason: 'T4 column (1), OLS: there is no bootstrap; add bootstrap to the model.',
    });
  });
});
