/** The language of claims. */
import { EconError } from 'wasmetrics';
import { parseClaim } from 'wasmetrics/study';
import { describe, expect, it } from 'vitest';

const statementOf = (text: string) => parseClaim(text).statement;

function failure(text: string): string {
  try {
    parseClaim(text, 'H1');
  } catch (error) {
    if (error instanceof EconError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('expected an error');
}

describe('a claim is read', () => {
  it('with its models, its level and its method', () => {
    const claim = parseClaim(
      { claim: 'T4.2, T5.2 and T6: Gov > 0 by bootstrap at 1%', says: 'Yes' },
      'H2',
    );
    expect(claim).toMatchObject({ id: 'H2', says: 'Yes', level: 0.01, by: 'bootstrap' });
    expect(claim.models.map(({ name }) => name)).toEqual(['T4.2', 'T5.2', 'T6']);
    expect(claim.models.map(({ offset }) => claim.text.slice(offset, offset + 2))).toEqual([
      'T4',
      'T5',
      'T6',
    ]);
    expect(parseClaim('T4: x > 0 at 0.01 by analytic')).toMatchObject({
      level: 0.01,
      by: 'analytic',
    });
    expect(parseClaim('T4: x > 0').level).toBe(0.05);
  });

  it.each([
    ['T1: x > 0', { term: 'x', relation: '>', value: 0 }],
    ['T1: x<-.5e-1', { term: 'x', relation: '<', value: -0.05 }],
    ['T1: L1.x != 1', { term: 'L1.x', relation: '!=', value: 1 }],
    ['T1: a:b ≠ 0', { term: 'a:b', relation: '!=', value: 0 }],
    ['T1: year=2018 > 0', { term: 'year=2018', relation: '>', value: 0 }],
    ['T1: `a > b and c` > 0', { term: '`a > b and c`', relation: '>', value: 0 }],
    ['T1: x/(1-L.y) = 0.5 within 0.1', { term: 'x/(1-L.y)', relation: '=', value: 0.5, band: 0.1 }],
    ['T1: x = −1 within ±2', { relation: '=', value: -1, band: 2 }],
  ])('as a statement on a coefficient: %s', (text, expected) => {
    expect(statementOf(text)).toMatchObject({ kind: 'coefficient', ...expected });
  });

  it.each([
    ['T6: x differs between low and high', { groups: ['low', 'high'] }],
    [
      'T6: x differs between low and high GovSupport',
      { groups: ['low', 'high'], column: 'GovSupport' },
    ],
    ['T6: x differs between a, b, and c of Region', { groups: ['a', 'b', 'c'], column: 'Region' }],
    [
      'T6: x differs between "New York" and `at sea` in w',
      { groups: ['New York', 'at sea'], column: 'w' },
    ],
    ['T6: x differs across Region at 0.1', { groups: [], column: 'Region' }],
    [
      'T6: x is larger in b than in a Region',
      { groups: ['a', 'b'], larger: 'b', column: 'Region' },
    ],
    ['T6: x is smaller in b than a', { groups: ['a', 'b'], larger: 'a' }],
  ])('as a statement on groups: %s', (text, expected) => {
    expect(statementOf(text)).toEqual({ kind: 'difference', term: 'x', ...expected });
  });
});

describe('a claim that cannot be read has one line and a caret', () => {
  it.each([
    ['Gov > 0', 'H1: expected COLUMN: TERM > 0 [at LEVEL], found no ":" after the columns', 0],
    [': Gov > 0', 'H1: expected columns or tables such as "T4.2, T5.2 and T6", found nothing', 0],
    [
      'T4 T5: Gov > 0',
      'H1: expected columns or tables such as "T4.2, T5.2 and T6", found "T4 T5"',
      0,
    ],
    ['T4, T4: Gov > 0', 'H1: expected each column once, found T4 twice', 4],
    [
      'T4: Gov',
      'H1: expected TERM > 0, TERM < 0, TERM != 0, TERM = 0 within BAND, or TERM differs between A and B, found "Gov"',
      4,
    ],
    ['T4: Gov >= 0', 'H1: expected ">", which says the alternative of a test, found ">="', 7],
    [
      'T4: Gov = 0',
      'H1: expected a band, as in "= 0 within 0.05", found none; no test can show that a coefficient is exactly 0',
      11,
    ],
    ['T4: Gov > 0 within 0.1', 'H1: expected "=" with "within", found ">"', 19],
    ['T4: Gov = 0 within 0', 'H1: expected a band above 0 after "within", found "0"', 19],
    ['T4: Gov > 0 and UR > 0', 'H1: expected one statement, found two; write a claim for each', 8],
    [
      'T4: Gov > 0 at 5',
      'H1: expected a level of significance of at most 0.2, found 5; did you mean 0.05?',
      15,
    ],
    [
      'T4: Gov > 0 at five',
      'H1: expected a level of significance such as 0.05 or 5% after "at", found "five"',
      15,
    ],
    [
      'T4: Gov = 0 within 5%',
      'H1: expected a band in units of the coefficient after "within", found "5%"',
      19,
    ],
    ['T4: Gov > 0 at 0.05 at 0.1', 'H1: expected "at LEVEL" once, found it twice', 11],
    [
      'T4: Gov > 0 by permutation',
      'H1: expected a method of a coefficient after "by", found "permutation" (there are analytic, bootstrap)',
      15,
    ],
    [
      'T6: Gov differs between low and high by wlad',
      'H1: expected a method of a difference after "by", found "wlad" (did you mean "wald"?)',
      40,
    ],
    [
      'T6: Gov differs',
      'H1: expected "between A and B [of COLUMN]" or "across COLUMN" after "differs", found ""',
      15,
    ],
    ['T6: Gov differs between low and low', 'H1: expected different groups, found low twice', 16],
    [
      'T6: Gov is larger than 0',
      'H1: expected "in A than in B [of COLUMN]" after "is larger", found "than 0"',
      18,
    ],
  ])('%s', (text, sentence, offset) => {
    const [first, line, caret] = failure(text).split('\n');
    expect(first).toBe(`bad-claim: ${sentence}`);
    expect(line).toBe(`  ${text}`);
    expect(caret).toBe(`  ${' '.repeat(offset)}^`);
  });

  it('or the key that is wrong', () => {
    expect(() => parseClaim({ claim: 'T1: x > 0', say: '' } as never, 'H1')).toThrow(
      'claims: H1: expected the keys claim and says, found say (did you mean "says"?)',
    );
    expect(() => parseClaim({ claim: 1 } as never, 'H1')).toThrow(
      'claims: H1.claim: expected a text, found 1',
    );
  });
});
