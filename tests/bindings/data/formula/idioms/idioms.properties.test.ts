import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalFormula, parseFormula } from '../../../../../bindings/data/formula/formula.js';
import { failure } from '../../support.js';

describe('a canonical formula', () => {
  const name = fc.constantFrom(
    'x',
    'ln',
    'c',
    'i',
    'L',
    'lag',
    'wage_1',
    '`i.year`',
    '`a b`',
    'LFx',
  );
  const term = fc.letrec<{ term: string }>((tie) => ({
    term: fc.oneof(
      { maxDepth: 4 },
      name,
      fc
        .tuple(fc.constantFrom('L.', 'L2.', 'L(0:2).', 'F.', 'D.', 'LD.'), name)
        .map((p) => p.join('')),
      fc
        .tuple(fc.constantFrom('log', 'exp', 'sqrt', 'abs', ''), tie('term'))
        .map(([f, of]) => `${f}(${of})`),
      fc.tuple(name, fc.constantFrom('^2', '^-1', '^0.5')).map((p) => p.join('')),
      fc.tuple(name, name).map((p) => p.join(':')),
      fc.constantFrom('i(year)', 'i(year, ref=2019)', 'i(r, ref="a = b")', 'x:i(g)'),
    ),
  })).term;
  const list = fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) => terms.join(' + '));
  const formula = fc
    .tuple(
      list,
      fc.constantFrom('', ' - 1', ' + 0'),
      fc.constantFrom('', ' | id', ' | id + r:t', ' | p ~ z', ' | id | p + q ~ z'),
    )
    .map(([right, intercept, parts]) => `y ~ ${right}${intercept}${parts}`);

  test('is returned as it is', () => {
    fc.assert(
      fc.property(formula, (text) => {
        expect(canonicalFormula(text)).toEqual({ text, keys: {} });
      }),
      { numRuns: 1000 },
    );
  });
});

test('the canonical form of an idiom is canonical', () => {
  const idiom = fc.constantFrom(
    ...['i.year', 'ib2.g', 'c.x#c.z', 'c.x##c.x', 'factor(g)', 'lag(log(x), 1:2)', 'ln(x)'],
    ...[
      'I(x^2*z)',
      'poly(x, 3, raw=TRUE)',
      'L(1/2).x',
      'D.x',
      'x',
      'd(ln(x))',
      'g#c.x',
      '(x + z):w',
    ],
  );
  fc.assert(
    fc.property(fc.array(idiom, { minLength: 1, maxLength: 4 }), (terms) => {
      const { text } = canonicalFormula(`y ~ ${terms.join(' + ')}`);
      expect(canonicalFormula(text).text).toBe(text);
      expect(() => parseFormula(text)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

describe('an idiom without a counterpart says what to write', () => {
  test.each([
    ['y ~ ibn.year', 'write i(year) - 1'],
    ['y ~ ib(last).year', 'write i(year), or i(year, ref=LEVEL)'],
    ['y ~ C(x, Sum)', 'write i(x, ref=LEVEL)'],
    ['y ~ I(x + z)', 'write the name of that column'],
    ['y ~ I(100*x)', 'found the number 100'],
    ['y ~ I(x > 5)', 'found a comparison'],
    ['y ~ I(sqrt(x)^2*(x*z)^0.5)', 'a root of a product'],
    ['y ~ poly(x, 2)', 'write x + x^2'],
    ['y ~ lag(x, k)', 'write L(1:2).x'],
    ['y ~ diff(x, 2)', 'write D.x'],
    ['y ~ S12.x', 'write D.x'],
    ['y ~ x##c.z#w', 'write each product by itself'],
    ['y ~ L.x#c.z', 'write c.L.x'],
    ['y ~ (x + z)^2', 'write x*z'],
    ['y ~ x + (1 | id)', 'write the estimator panel with effects random'],
    ['y ~ .', 'write each of them'],
    ['y ~ x | id##c.t', 'write the slopes as regressors'],
    ['y ~ i(year, x, ref=2019)', 'write x + x:i(year, ref=2019)'],
    ['y ~ ln(x z)', 'expected ")"'],
    ['y x1-x5', 'write each of them, from x1 to x5'],
    ['regress y x, robust', 'write y x without it'],
    ['y x, vce(bootstrap)', 'write other covariances as the key vcov'],
    ['y x, fe re', 'write only one of them'],
    ['y x, constructor', 'write it as a key of the model'],
    ['y x, nonsense', 'write it as a key of the model'],
    ['y x [iw=w]', 'write [aw=COLUMN]'],
    ['y x if z < .', 'write the other conditions as where'],
    ['y x in 1/100', 'write the condition after if'],
  ])('%s', (text, part) => {
    const message = failure(() => parseFormula(text));
    expect(message).toMatch(/^formula-syntax: /);
    expect(message).toContain(part);
    expect(message.split('\n')[0]!.length).toBeLessThan(500);
  });

  test('options of a formula that is no model are refused', () => {
    const message = failure(() => parseFormula('y x, robust'));
    expect(message).toContain('write "y ~ x" and vcov as a key of the model');
  });
});

test.each([
  ['y x if a==1 & (b<2 | c~=3)', 'a==1 && (b<2 || c != 3)'],
  ['y x if inlist(g, "a", "b") & inrange(t, 1, 9)', 'g in ("a", "b") && (t >= 1 && t <= 9)'],
  ['y x if !(a==1) & g == "a & b"', '!(a==1) && g == "a & b"'],
])('reads the condition of %s', (text, where) => {
  expect(canonicalFormula(text).keys['where']).toBe(where);
});

test.each(['y x, robust cluster(id)', 'y x, cluster(id) r'])('%s clusters the errors', (text) => {
  expect(canonicalFormula(text).keys).toEqual({ vcov: { type: 'cluster', cluster: ['id'] } });
});

test('a long text is not translated', () => {
  const text = `y ~ i.year${' + x'.repeat(10_000)}`;
  expect(canonicalFormula(text).text).toBe(text);
});

test('nesting beyond any formula is left to the canonical reader', () => {
  const text = `y ~ ${'('.repeat(5000)}i.x${')'.repeat(5000)}`;
  expect(() => parseFormula(text)).toThrow(/at most 200 nested|unexpected character/);
});
