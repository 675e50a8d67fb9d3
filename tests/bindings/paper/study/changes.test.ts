/** What would change a verdict, or undermines it. */
import {
  bootstrap,
  fitModel,
  type FitResult,
  multiverse,
  type Table,
  withBootstrap,
} from 'wasmetrics';
import { judgeClaims, type JudgedClaim, type JudgedStudy } from 'wasmetrics/study';
import { beforeAll, describe, expect, it } from 'vitest';
import { baseline, controls, provinces } from './provinces.js';

let table: Table;
let wide: FitResult;
beforeAll(async () => {
  table = await provinces();
  wide = await fitModel(table, baseline);
});

const studyOf = (fit: FitResult, more: Partial<JudgedStudy> = {}): JudgedStudy => ({
  models: { 'T1.1': fit },
  places: [{ id: 'T1.1', table: 'T1', columns: [1] }],
  comparisons: {},
  failed: [],
  ...more,
});

async function judged(claim: string, study: JudgedStudy): Promise<JudgedClaim> {
  const { claims } = await judgeClaims({ H1: claim }, study, { reps: 199, seed: 3 });
  return claims[0]!;
}

/** The levels between two p-values decide differently by each. */
const between = (a: number, b: number) => (a + b) / 2;

const tail = (fit: FitResult, term: string) => {
  const half = fit.pValues[term]! / 2;
  return fit.params[term]! > 0 ? half : 1 - half;
};

describe('other errors are named if they decide otherwise', () => {
  it('by unit, as a model with clustered errors has them', async () => {
    const clustered = await fitModel(table, {
      ...baseline,
      vcov: { type: 'cluster', cluster: ['id'] },
    });
    for (const term of ['IL', 'PGpc', 'UR']) {
      const value = wide.params[term]! - 1.9 * wide.stdErrors[term]!;
      const text = `T1.1: ${term} > ${value}`;
      const [p, other] = await Promise.all(
        [wide, clustered].map(async (fit) => (await judged(text, studyOf(fit))).pValue!),
      );
      const level = between(p!, other!);
      const claim = await judged(`${text} at ${level}`, studyOf(wide));
      const expected = other! < level ? 'supported' : 'not supported';
      expect(claim.verdict).not.toBe(expected);
      expect(claim.changes).toContainEqual(
        expect.stringMatching(
          new RegExp(
            `^With errors clustered by id \\(30 clusters\\), one-sided p [=<] .*: ${expected}\\.$`,
          ),
        ),
      );
    }
    const same = await judged('T1.1: Gov > 0', studyOf(wide));
    expect(same.changes).toBeUndefined();
  });

  it('by unit in dynamic panels with unadjusted errors', async () => {
    const dynamic = {
      estimator: 'dpd',
      formula: 'Level ~ L.Level + Gov',
      panel: baseline.panel,
      steps: 1,
    } as const;
    const gmm = [{ vars: ['Level', 'Gov'], lags: [2, 3] as const, collapse: true }];
    const [plain, robust] = await Promise.all(
      (['unadjusted', 'robust'] as const).map((type) =>
        fitModel(table, { ...dynamic, gmm, vcov: { type } }),
      ),
    );
    const level = between(tail(plain!, 'Gov'), tail(robust!, 'Gov'));
    const claim = await judged(`T1.1: Gov > 0 at ${level}`, studyOf(plain!));
    expect(claim.changes!.join()).toContain(
      'With robust errors, which are clustered by id, one-sided p = ',
    );
  });

  it.each([
    ['ols', baseline],
    ['iv', { ...baseline, estimator: 'iv', formula: `Level ~ ${controls} | Gov ~ LlnGDPpc` }],
  ] as const)('by the wild cluster bootstrap with few clusters: %s', async (_, model) => {
    const fit = await fitModel(table, model);
    const run = bootstrap(fit, {
      scheme: 'wild-cluster',
      cluster: 'id',
      reps: 199,
      seed: 3,
      pValue: 'less',
      ci: ['percentile'],
      workers: 0,
    });
    const { pValues } = await run.result;
    const level = between(1 - tail(fit, 'PGpc'), pValues['PGpc']!);
    const claim = await judged(`T1.1: PGpc < 0 at ${level}`, studyOf(fit));
    const verdict = pValues['PGpc']! < level ? 'supported' : 'not supported';
    expect(claim.changes!.join()).toMatch(
      new RegExp(
        `By the wild-cluster bootstrap by id \\(199 replicates, seed 3\\), one-sided p = [\\d.]+: ${verdict}\\.`,
      ),
    );
  });

  it('by the bootstrap of the model', async () => {
    const { result } = bootstrap(wide, { reps: 199, seed: 1, workers: 0 });
    const fit = withBootstrap(wide, await result);
    const level = between(wide.pValues['Open']!, fit.bootstrap!.pValues['Open']!);
    const claim = await judged(`T1.1: Open != 0 at ${level}`, studyOf(fit));
    expect(claim.changes!.join()).toContain(
      'By the cluster bootstrap by id (199 replicates, seed 1), two-sided p = ',
    );
    const other = await judged(`T1.1: Open != 0 by bootstrap at ${level}`, studyOf(fit));
    expect(other.verdict).not.toBe(claim.verdict);
    expect(other.changes!.join()).toContain('By analytic errors, two-sided p = ');
  });
});

describe('several claims', () => {
  it('are adjusted by Holm over all of them', async () => {
    const tested = ['IL', 'Open', 'PGpc', 'UR', 'SFE'];
    const claims = Object.fromEntries(tested.map((term) => [term, `T1.1: ${term} != 0`]));
    const { claims: all } = await judgeClaims({ ...claims, X: 'T9: y > 0' }, studyOf(wide));
    const sorted = tested.map((term) => wide.pValues[term]!).sort((a, b) => a - b);
    for (const { id, verdict, changes = [] } of all.filter(({ id: one }) => one !== 'X')) {
      const place = sorted.indexOf(wide.pValues[id]!);
      const steps = sorted.slice(0, place + 1).map((p, i) => Math.min(1, p * (sorted.length - i)));
      const isLost = verdict === 'supported' && Math.max(...steps) >= 0.05;
      expect(
        changes.some((text) => text.startsWith('Adjusted for the 5 claims of the study (Holm), p')),
      ).toBe(isLost);
    }
  });

  it('lose support to many others', async () => {
    const claims = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`H${i}`, 'T1.1: UR < 0']),
    );
    const { claims: all } = await judgeClaims({ ...claims, H: 'T1.1: Open < 0' }, studyOf(wide));
    expect(all.at(-1)).toMatchObject({ verdict: 'supported' });
    expect(all.at(-1)!.changes!.at(-1)).toMatch(
      /^Adjusted for the 41 claims of the study \(Holm\), p = 0\.\d+: not supported\.$/,
    );
  });
});

describe('the specification', () => {
  const facts = async (tests: object, more: object = {}) => {
    const dynamic = { ...wide, estimator: 'dpd', ngroups: 30, rankInstruments: 12, ...more };
    const fit = { ...dynamic, tests } as FitResult;
    return (await judged('T1.1: Gov > 0', studyOf(fit))).changes ?? [];
  };
  const hansen = (pValue: number) => ({ hansen: { stat: 1, df: 1, pValue } });
  const ar = (pValue: number | null, periods: readonly [number, number]) => ({
    ar: [{ order: 2, stat: 1, pValue, periods, pairs: 30, units: 30, residuals: 'differenced' }],
  });

  it('of a dynamic panel undermines it', async () => {
    expect(await facts({ ...hansen(0.2), ...ar(0.5, [2020, 2021]) })).toEqual([]);
    expect(await facts(hansen(0.01))).toEqual([
      "Hansen's test rejects the instruments (p = 0.010).",
    ]);
    expect(await facts(ar(0.02, [2020, 2021]))).toEqual(['The AR(2) test rejects (p = 0.020).']);
    expect(await facts(ar(0.5, [2021, 2021]))).toEqual([
      'The AR(2) test rests on one period (2021, 30 pairs), so it has little power.',
    ]);
    expect(await facts(ar(null, [2021, 2021]))).toEqual([
      'There is no test of second-order serial correlation: no pairs.',
    ]);
    expect(await facts({}, { rankInstruments: 31 })).toEqual([
      "There are more instruments than units (31 and 30), which overfits the endogenous variables and weakens Hansen's test.",
    ]);
    expect(await facts({}, { rankInstruments: 30 })).toEqual([]);
  });

  it('with weak instruments undermines it, and the Anderson-Rubin test may decide otherwise', async () => {
    const fit = await fitModel(table, {
      ...baseline,
      estimator: 'iv',
      formula: `Level ~ ${controls} | Gov ~ LlnGDPpc`,
    });
    const strong = (await judged('T1.1: Gov > 0', studyOf(fit))).changes;
    expect(strong).toBeUndefined();
    const { effectiveF, andersonRubin } = fit.tests;
    const weak = { ...fit, tests: { ...fit.tests, effectiveF: { ...effectiveF!, stat: 4 } } };
    expect((await judged('T1.1: Gov > 0', studyOf(weak))).changes).toEqual([
      'The first stage is weak: its effective F is 4.00, below 23.1 (10% of the worst-case bias).',
    ]);
    const level = between(fit.pValues['Gov']!, andersonRubin!.pValue!) / 2;
    const claim = await judged(`T1.1: Gov > 0 at ${level}`, studyOf(fit));
    expect(claim.changes!.join()).toContain(
      'By the Anderson-Rubin test, which is valid with weak instruments, one-sided p = ',
    );
    // A set with values of both signs, which rejects 0 alone, supports no sign.
    const [sets] = fit.tests.confidenceSets!;
    const rejects = async (low: number | null) => {
      const intervals = [[low, low === null ? -3 : 2] as const, [4, null] as const];
      const confidenceSets = [{ ...sets!, ar: { kind: 'unbounded' as const, intervals } }];
      const rejecting = { stat: 99, df: [1, 29] as const, pValue: 1e-12 };
      const tests = { ...fit.tests, andersonRubin: rejecting, confidenceSets };
      return (await judged('T1.1: Gov > 0 at 0.0001', studyOf({ ...fit, tests }))).changes ?? [];
    };
    expect((await rejects(1)).join()).toMatch(/Anderson-Rubin.*: supported/);
    expect((await rejects(null)).join()).not.toContain('Anderson-Rubin');
  });

  it('that is an exception in its multiverse undermines it', async () => {
    const over = { controls: ['IL', 'Open', 'PGpc'] };
    const result = await multiverse(
      table,
      { ...baseline, vcov: { type: 'HC1' } },
      { coefficient: 'Gov', over, workers: 0 },
    );
    const shift = (factor: number) => ({
      ...result,
      specifications: result.specifications.map((one) => ({
        ...one,
        estimate: { ...one.estimate!, estimate: factor * one.estimate!.estimate },
      })),
    });
    const curves = (factor: number) => [{ figure: 'F3', model: 'T1.1', result: shift(factor) }];
    const n = result.specifications.length;
    expect(
      (await judged('T1.1: Gov > 0', studyOf(wide, { curves: curves(1) }))).changes,
    ).toBeUndefined();
    expect((await judged('T1.1: Gov > 0', studyOf(wide, { curves: curves(-1) }))).changes).toEqual([
      `0 of ${n} admissible specifications of F3 (0%) support it.`,
    ]);
  });
});
