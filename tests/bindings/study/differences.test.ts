/** Verdicts on claims about differences between groups. */
import { judgeClaims, type JudgedClaim } from 'wasmetrics';
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
    regions().differences.find(
      ({ between, method: one }) => one === method && between.join() === 'east,west',
    )!;

  it('is judged by the first method of the comparison', async () => {
    const claim = await judged('T7: Gov differs between east and west');
    const { estimate, pValue, df, stat } = difference('wald');
    expect(claim).toMatchObject({ verdict: 'not supported', estimate, pValue, df, stat });
    expect(claim.test).toBe('wald test of the difference, two-sided');
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
    for (const by of ['wald', 'permutation']) {
      const larger = await judged(`T7: Gov is larger in west than in east of Region by ${by}`);
      const smaller = await p(`T7: Gov is smaller in west than in east of Region by ${by}`);
      expect(larger.pValue! + smaller).toBeCloseTo(1, 12);
      expect(larger.pValue).toBeCloseTo(difference(by).pValue! / 2, 12);
    }
  });

  it('names the methods that disagree', async () => {
    const level = (difference('wald').pValue! + difference('permutation').pValue!) / 4;
    const { reason } = await judged(`T7: Gov is larger in west than in east at ${level}`);
    expect(reason).toContain('; permutation disagrees with p = 0.');
  });

  it('of all groups is the joint test', async () => {
    const claim = await judged('T7: Gov differs between west, east and central');
    expect(claim).toMatchObject({
      verdict: 'not supported',
      pValue: regions().joint!.pValue,
      df: [2, 129],
    });
    expect(await p('T7: Gov differs across Region')).toBe(claim.pValue);
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
