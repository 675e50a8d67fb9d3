/** Texts that once took seconds, gigabytes or the whole stack. */
import { describe, expect, test } from 'vitest';
import { evaluateTerm } from '../../../../bindings/data/evaluate.js';
import { parseFormula, parseTerms } from '../../../../bindings/data/formula/formula.js';
import { parseStatements } from '../../../../bindings/data/formula/statement.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { evaluateWhere, parseWhere } from '../../../../bindings/data/where.js';
import { linearize } from '../../../../bindings/analysis/inference/linearize.js';
import { hostMath, inputErrorOf } from '../support.js';

const repeated = (text: string, times: number, separator = '') =>
  Array.from({ length: times }, () => text).join(separator);
const nested = (open: string, times: number, close = '', middle = 'x') =>
  repeated(open, times) + middle + repeated(close, times);
const table = toTable({ x: [1, 2, 3] });
const names = ['x'];
const math = { log: Math.log, exp: Math.exp };

const letters = [...'abcdefghijklmnopq'];

describe('a formula is refused', () => {
  test.each([
    ['for a product of 17 factors', letters.join('*'), 'at most 1024 terms'],
    ['for a product of lags', 'L(0:999).x*L(0:999).z', 'found 1002000'],
    ['for lags of lags', 'L(0:1000).(L(0:1000).x)', 'at most 1024 terms'],
    ['for a chain of products', repeated('x', 10_000, ':'), 'at most 30 factors'],
    ['for differences of differences', 'D1000.(D1000.x)', 'at most 1000 in all, found 2000'],
    ['for nested parentheses', nested('(', 10_000, ')'), 'at most 200 nested'],
    ['for nested functions', nested('abs(', 10_000, ')'), 'at most 200 nested'],
    ['for nested lags', nested('L.(', 10_000, ')'), 'at most 200 nested'],
  ])('%s', (_, text, part) => {
    const { code, message } = inputErrorOf(() => parseFormula(`y ~ ${text}`));
    expect(code).toBe('formula-syntax');
    expect(message).toContain(part);
    expect(message.length).toBeLessThan(700);
  });

  test('for two reference levels in one product', () => {
    const run = () => parseTerms('i(x, ref=1):i(x, ref=2)');
    expect(inputErrorOf(run).message).toContain('one reference level in a product');
  });

  test('for a term with more than 1000 levels', () => {
    const many = toTable({ g: Float64Array.from({ length: 2000 }, (_, i) => i) });
    const run = () =>
      parseTerms('i(g)').map((term) => evaluateTerm(term, { table: many, math: hostMath }));
    const { code, message } = inputErrorOf(run);
    expect(code).toBe('too-many-levels');
    expect(message).toContain('found 2000; absorb them');
  });
});

describe('an expression', () => {
  test('may have 1000 terms and 200 parentheses', () => {
    const chain = parseStatements(repeated('x', 1000, ' + '), names)[0]!;
    expect(linearize(chain.difference, [2], math).value).toBe(2000);
    const deep = parseStatements(nested('(', 200, ')'), names)[0]!;
    expect(linearize(deep.difference, [2], math).value).toBe(2);
  });

  test.each([
    ['10,000 terms', repeated('x', 10_000, '+'), 'at most 1000 operators'],
    ['10,000 parentheses', nested('(', 10_000, ')'), 'at most 200 nested'],
    ['10,000 signs', nested('-', 10_000), 'at most 200 nested'],
    ['10,000 functions', nested('abs(', 10_000, ')'), 'at most 200 nested'],
    ['10,000 powers', repeated('x', 10_000, '^'), 'at most 200 nested'],
  ])('of %s is refused', (_, text, part) => {
    const { code, message } = inputErrorOf(() => parseStatements(text, names));
    expect(code).toBe('expression-syntax');
    expect(message).toContain(part);
  });
});

describe('a filter', () => {
  test('may have 1000 operators in a chain', () => {
    const text = repeated('x > 1', 1000, ' && ');
    expect([...evaluateWhere(parseWhere(text), table, hostMath)]).toEqual([0, 1, 1]);
  });

  test.each([
    ['10,000 conditions', repeated('x > 0', 10_000, ' && '), 'at most 1000 operators'],
    ['10,000 parentheses', nested('(', 10_000, ')', 'x > 0'), 'at most 200 nested'],
    ['10,000 negations', nested('!', 10_000), 'at most 200 nested'],
    ['10,000 signs', nested('-', 10_000), 'at most 200 nested'],
  ])('of %s is refused', (_, text, part) => {
    const { code, message } = inputErrorOf(() => parseWhere(text));
    expect(code).toBe('where-syntax');
    expect(message).toContain(part);
  });
});
