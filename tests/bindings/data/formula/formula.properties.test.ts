import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  parseFormula,
  parseTerms,
  type Term,
  termName,
} from '../../../../bindings/data/formula/formula.js';
import { failure } from '../support.js';

const names = (terms: readonly Term[]) => terms.map(termName);

describe('parseFormula', () => {
  test.each([
    ['n ~ w + k', 'n', 'w k', true],
    ['n ~ 0 + w', 'n', 'w', false],
    ['n ~ w + 0', 'n', 'w', false],
    ['n ~ w - 1', 'n', 'w', false],
    ['n ~ -1 + w', 'n', 'w', false],
    ['n ~ 1 + w', 'n', 'w', true],
    ['n ~ 1', 'n', '', true],
    ['n~w+k', 'n', 'w k', true],
    ['n ~ w + k + w', 'n', 'w k', true],
    ['n ~ L.n + L1.n + L2.n', 'n', 'L1.n L2.n', true],
    ['n ~ L(0:2).w', 'n', 'w L1.w L2.w', true],
    ['n ~ L( 1 : 2 ).w', 'n', 'L1.w L2.w', true],
    ['n ~ F.w + F2.w + F(1:2).k', 'n', 'F1.w F2.w F1.k F2.k', true],
    ['D.n ~ D.w + D2.w + D(1:2).k', 'D.n', 'D.w D2.w D.k D2.k', true],
    ['n ~ L0.w + D0.k', 'n', 'w k', true],
    ['n ~ L.L.w + L2.F.w + F.L.k', 'n', 'L2.w L1.w k', true],
    ['n ~ L.D.w + D.L2.k + D.D.k', 'n', 'L1.D.w L2.D.k D2.k', true],
    ['n ~ LD.w + L2D.k', 'n', 'L1.D.w L2.D.k', true],
    ['log(n) ~ log(w) + exp(w) + sqrt(w) + abs(w)', 'log(n)', 'log(w) exp(w) sqrt(w) abs(w)', true],
    ['n ~ L.log(w) + log(L.w)', 'n', 'L1.log(w) log(L1.w)', true],
    ['n ~ log(L(0:1).w)', 'n', 'log(w) log(L1.w)', true],
    ['n ~ w^2 + w^-1 + w^0.5 + L.w^2 + L.(w^2)', 'n', 'w^2 w^-1 w^0.5 L1.w^2 L1.(w^2)', true],
    ['n ~ (w^2)^3 + ((w))', 'n', '(w^2)^3 w', true],
    ['n ~ a:b + b:a', 'n', 'a:b', true],
    ['n ~ a*b', 'n', 'a b a:b', true],
    ['n ~ a*b*c', 'n', 'a b a:b c a:c b:c a:b:c', true],
    ['n ~ a:(b:c) + L.(a:b)', 'n', 'a:b:c L1.(a:b)', true],
    ['n ~ a:w^2', 'n', 'a:w^2', true],
    ['n ~ L(0:1).w:k', 'n', 'w:k L1.w:k', true],
    ['n ~ i(year) + i(year, ref=1980) + w:i(id)', 'n', 'i(year) i(year, ref=1980) w:i(id)', true],
    [
      'n ~ i(r, ref="a b") + i(r, ref=east) + i(r, ref = -1)',
      'n',
      'i(r, ref="a b") i(r, ref="east") i(r, ref=-1)',
      true,
    ],
    ['`my n` ~ L.`wage rate` + `w`', '`my n`', 'L1.`wage rate` w', true],
    ['n ~ L2 + Lx + i + log + D', 'n', 'L2 Lx i log D', true],
    ['beschäftigte ~ größe_1', 'beschäftigte', 'größe_1', true],
  ])('reads %s', (text, depvar, regressors, intercept) => {
    const formula = parseFormula(text);
    expect(formula.text).toBe(text);
    expect(termName(formula.depvar)).toBe(depvar);
    expect(names(formula.regressors).join(' ')).toBe(regressors);
    expect(formula.intercept).toBe(intercept);
    expect(formula.effects).toEqual([]);
    expect(formula.endogenous).toEqual([]);
    expect(formula.instruments).toEqual([]);
  });

  test.each([
    ['y ~ x | id', ['id'], [], []],
    ['y ~ x | id + year + id', ['id', 'year'], [], []],
    ['y ~ x | p ~ z1 + z2', [], ['p'], ['z1', 'z2']],
    ['y ~ x | id | p + q ~ L(1:2).z', ['id'], ['p', 'q'], ['L1.z', 'L2.z']],
    ['y ~ 1 | id + year | p ~ z', ['id', 'year'], ['p'], ['z']],
  ])('reads the parts of %s', (text, effects, endogenous, instruments) => {
    const formula = parseFormula(text);
    expect(names(formula.effects)).toEqual(effects);
    expect(names(formula.endogenous)).toEqual(endogenous);
    expect(names(formula.instruments)).toEqual(instruments);
  });

  test.each([
    ['', 'expected a variable, found the end', 0],
    ['n', 'expected "~", found the end', 1],
    ['n ~', 'expected a variable, found the end', 3],
    ['n ~ w +', 'expected a variable, found the end', 7],
    ['n ~ w + + k', 'expected a variable, found "+"', 8],
    ['n ~ w k', 'expected an operator or the end, found "k"', 6],
    ['n ~ w - k', 'expected 1 after "-", found "k"', 8],
    ['n ~ w - 0', 'expected 1 after "-", found "0"', 8],
    ['n ~ 2 + w', 'expected a term, 0 or 1, found "2"', 4],
    [
      'n ~ w / k',
      'expected an operator or the end, found "/"; write arithmetic in I(), as in I(x / z)',
      6,
    ],
    ['n ~ log(w + k)', 'expected ")", found "+"; write arithmetic in I(), as in I(x / z)', 10],
    ['n ~ log(w', 'expected ")", found the end', 9],
    ['n ~ lgo(w)', 'unknown function "lgo" (did you mean "log"?)', 4],
    ['n ~ zzzz(w)', 'unknown function "zzzz" (there are log, exp, sqrt, abs, i)', 4],
    ['n ~ L(2:0).w', 'lags must ascend and be at most 1000, found "L(2:0)."', 4],
    ['n ~ L(0:9999999).w', 'lags must ascend and be at most 1000, found "L(0:9999999)."', 4],
    [
      'n ~ wage.rate',
      'unexpected character "."; use a dot after L, F or D only, and write other names with a dot in backquotes',
      8,
    ],
    ['n ~ w^k', 'expected a number, found "k"', 6],
    ['n ~ w^0', 'the power must not be 0', 6],
    ['n ~ w^2^3', 'expected an operator or the end, found "^"', 7],
    ['n ~ w ? k', 'unexpected character "?"', 6],
    ['n ~ `w', 'the quote ` is empty or not closed', 4],
    ['n ~ ``', 'the quote ` is empty or not closed', 4],
    ['n ~ L.i(year)', 'i() cannot be transformed; add it or interact it with other terms', 6],
    ['n ~ log(i(year))', 'i() cannot be transformed; add it or interact it with other terms', 8],
    ['n ~ i(year)^2', 'i() cannot be transformed; add it or interact it with other terms', 4],
    ['n ~ i(year + 1)', 'expected ")", found "+"; write arithmetic in I(), as in I(x / z)', 11],
    ['n ~ i(2)', 'expected a column name, found "2"', 6],
    ['n ~ i(year, base=1)', 'expected "ref", found "base"', 12],
    ['n + w ~ k', 'expected "~", found "+"', 2],
    ['L(0:1).n ~ k', 'expected one variable on the left side', 0],
    ['i(n) ~ k', 'expected one variable on the left side', 0],
    ['n ~ w ~ k', 'expected an operator or the end, found "~"', 6],
    ['n ~ w |', 'expected a variable, found the end', 7],
    ['n ~ w | 1', 'expected a variable, found "1"', 8],
    ['n ~ w || k', 'expected an operator or the end, found "||"', 6],
    ['n ~ w | id | p', 'expected "~", found the end', 14],
    ['n ~ w | p ~ z | id', 'expected an operator or the end, found "|"', 14],
    ['größe ~ w ?', 'unexpected character "?"', 10],
  ])('points at the error in %s', (text, message, offset) => {
    expect(failure(() => parseFormula(text))).toBe(
      `formula-syntax: ${message}\n  ${text}\n  ${' '.repeat(offset)}^`,
    );
  });

  test('shows a formula of several lines on one', () => {
    expect(failure(() => parseFormula('n ~ w\n  + ?'))).toMatch(/\n {2}n ~ w {3}\+ \?\n {12}\^$/);
  });
});

describe('parseTerms', () => {
  test.each([
    ['L1.n', ['L1.n']],
    ['L(0:2).k', ['k', 'L1.k', 'L2.k']],
    ['n w', ['n', 'w']],
    ['n, w + k n', ['n', 'w', 'k']],
    ['D.(w)', ['D.w']],
  ])('reads %s', (text, expected) => {
    expect(names(parseTerms(text))).toEqual(expected);
  });

  test.each(['', 'n,', 'n ~ w', '1'])('refuses "%s"', (text) => {
    expect(failure(() => parseTerms(text))).toMatch(/^formula-syntax: expected a variable/);
  });
});

test.each([
  ['L.n', ['n']],
  ['log(D.`wage rate`)', ['wage rate']],
  ['a:b^2:a', ['a', 'b']],
  ['x:i(year)', ['x', 'year']],
])('columnsOf lists the columns %s reads', (text, expected) => {
  expect(columnsOf(parseTerms(text)[0]!)).toEqual(expected);
});

test('every printed term reads back as itself', () => {
  const { term } = fc.letrec<{ term: string; factor: string }>((tie) => ({
    factor: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('x', 'wage_1', '`wage rate`', 'L2', '`2`', 'log'),
      fc
        .tuple(fc.constantFrom('L.', 'L3.', 'F.', 'F2.', 'D.', 'D2.', 'LD.', 'L0.'), tie('factor'))
        .map(([operator, of]) => operator + of),
      fc
        .tuple(fc.constantFrom('log', 'exp', 'sqrt', 'abs', ''), tie('term'))
        .map(([name, of]) => `${name}(${of})`),
    ),
    term: fc.oneof(
      { maxDepth: 5 },
      tie('factor'),
      fc.tuple(tie('factor'), fc.constantFrom(2, -1, 0.5)).map(([of, p]) => `${of}^${p}`),
      fc.tuple(tie('term'), tie('term')).map(([a, b]) => `${a}:${b}`),
    ),
  }));
  fc.assert(
    fc.property(term, (text) => {
      const [parsed] = parseTerms(text);
      const name = termName(parsed!);
      const [again] = parseTerms(name);
      expect(termName(again!)).toBe(name);
      expect(withoutPlaces(again)).toEqual(withoutPlaces(parsed));
    }),
    { numRuns: 500 },
  );
});

function withoutPlaces(term: unknown): unknown {
  return JSON.parse(JSON.stringify(term, (key, value: unknown) => (key === 'place' ? 0 : value)));
}
