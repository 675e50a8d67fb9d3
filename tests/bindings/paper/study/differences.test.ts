/** Verdicts on claims about differences between groups. */
import { judgeClaims, type JudgedClaim } from 'wasmetrics/study';
import { beforeAll, describe, expect, it } from 'vitest';
import { provinces, provincesStudy, type ProvincesStudy } from './provinces.js';

let study: ProvincesStudy;
beforeAll(async () => {
  study = await provincesStudy(await provinces());
});

async function judged(claim: string, on: ProvincesStudy = study): Promise<JudgedClaim> {
  const { claims, failed } = await judgeClaims({ H1: claim }, on);
  expect(failed).toEqual([]);
  return claims[0]!;
}

const p = async (claim: string) => (await judged(claim)).pValue!;

describe('a difference between groups', () => {
  const regions = () => study.comparisons['T7']![0]!;
  const difference = (method: string) =>
    [...regions().differences, ...regions().checks!].find(
      ({ between, method: one }) => one === method && between.join() === 'east,west',
    )!;

  it('is judged by CR2 if errors by row reject too often', async () => {
    const claim = await judged('T7: Gov differs between east and west');
    const { estimate, pValue, df, stat } = difference('cr2');
    expect(claim).toMatchObject({ verdict: 'not supported', estimate, pValue, df, stat });
    expect(claim.test).toBe('cr2 test of the difference, two-sided');
    expect(claim.reason).toMatch(
      /; the Wald test does not decide, as it rejects equal coefficients in 4\d.*% of simulated samples like this one;/,
    );
    expect(claim.reason).toContain(
      'that it is significant in west and not in east is no test of the difference',
    );
    const other = await judged('T7: Gov differs between east and west by permutation');
    expect(other.pValue).toBe(difference('permutation').pValue);
  });

  it('has the same p-value either way round, and a direction', async () => {
    const [one, two] = [
      await judged('T7: Gov differs between east and west'),
      await judged('T7: Gov differs between west and east'),
    ];
    expect([two.estimate, two.stat, two.pValue]).toEqual([-one.estimate!, -one.stat!, one.pValue]);
    for (const by of ['cr2', 'permutation']) {
      const larger = await judged(`T7: Gov is larger in west than in east of Region by ${by}`);
      const smaller = await p(`T7: Gov is smaller in west than in east of Region by ${by}`);
      expect(larger.pValue! + smaller).toBeCloseTo(1, 12);
      expect(larger.pValue).toBeCloseTo(difference(by).pValue! / 2, 12);
    }
  });

  it('is not testable by a method that rejects too often, and lists what each test says', async () => {
    const { verdict, reason, changes } = await judged(
      'T7: Gov differs between east and west by wald',
    );
    expect(verdict).toBe('not testable');
    expect(reason).toMatch(
      /equal coefficients are rejected by wald in .*% of simulated samples like this one, not in 5%; use cr2\.$/,
    );
    expect(changes).toEqual([
      expect.stringMatching(
        /^By the wald test of the difference, two-sided p = 0\.112: not supported\.$/,
      ),
      expect.stringMatching(/^By the permutation test of the difference, /),
      expect.stringMatching(/^With errors clustered by id \(30 clusters\), two-sided p = /),
      expect.stringMatching(
        /^By the cr2 test of the difference, two-sided p = 0\.192: not supported\.$/,
      ),
    ]);
  });

  it('names the methods that disagree, and lists them', async () => {
    const level = (difference('wald').pValue! + difference('cr2').pValue!) / 4;
    const { reason, changes } = await judged(`T7: Gov is larger in west than in east at ${level}`);
    expect(reason).toContain('; wald disagrees with p = 0.05');
    expect(changes).toContain(
      'By the wald test of the difference, one-sided p = 0.056: supported.',
    );
  });

  it('of all groups is the joint test', async () => {
    const claim = await judged('T7: Gov differs between west, east and central');
    const right = { ...regions(), joint: { ...regions().joint!, size: 0.05 } };
    expect(claim.verdict).toBe('not testable');
    expect(claim.reason).toMatch(/the joint test rejects equal coefficients in .*% of simulated/);
    expect(claim.changes).toHaveLength(3);
    const on = { ...study, comparisons: { T7: [right] } };
    const sized = await judged('T7: Gov differs across Region', on);
    const { pValue } = right.joint;
    expect(sized).toMatchObject({ verdict: 'not supported', pValue, df: [2, 129] });
  });

  it('falls to the next method if the first has no p-value, and says why', async () => {
    const differences = regions().differences.map((one) =>
      one.method === 'wald' ? { ...one, pValue: null, stat: null, reason: 'it is singular' } : one,
    );
    const on = { ...study, comparisons: { T7: [{ ...regions(), differences }] } };
    const claim = await judged('T7: Gov differs between east and west', on);
    expect(claim.pValue).toBe(difference('permutation').pValue);
    expect(claim.reason).toContain('wald cannot be used: it is singular');
  });

  it.each([
    [
      'T4: Gov differs between a and b',
      'T4 has no test of a difference; add compare: {of: Gov, by: [wald]} to the table.',
    ],
    ['T7: IL differs between east and west', 'T7 compares Gov, not IL.'],
    [
      'T7: Gov differs between east and west by suest',
      'T7 columns (1) and (3), OLS: the difference of Gov by Region was tested by wald and permutation, not by suest.',
    ],
  ])('that was not tested cannot be judged: %s', async (text, reason) => {
    expect(await judged(text)).toMatchObject({ verdict: 'not testable', reason });
  });
});
