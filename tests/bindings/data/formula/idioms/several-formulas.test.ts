/** Formulas that describe several models, as fixest writes them. */
import { describe, expect, test } from 'vitest';
import { formulasOf } from '../../../../../bindings/data/formula/idioms/several-formulas.js';
import { parseModel } from '../../../../../bindings/models/reading/model-file.js';
import { failure } from '../../support.js';

describe('a formula of several models', () => {
  test.each<[string, readonly string[]]>([
    ['y ~ x', ['y ~ x']],
    ['c(y1, y2) ~ x', ['y1 ~ x', 'y2 ~ x']],
    ['c(y) ~ x', ['y ~ x']],
    ['c(log(y1), L.y2) ~ x', ['log(y1) ~ x', 'L.y2 ~ x']],
    ['y ~ sw(a, b)', ['y ~ a', 'y ~ b']],
    ['y ~ sw0(a, b)', ['y ~ 1', 'y ~ a', 'y ~ b']],
    ['y ~ csw(a, b, d)', ['y ~ a', 'y ~ a + b', 'y ~ a + b + d']],
    ['y ~ x + csw0(a, b)', ['y ~ x', 'y ~ x + a', 'y ~ x + a + b']],
    ['y ~ x + mvsw(a, b)', ['y ~ x', 'y ~ x + a', 'y ~ x + b', 'y ~ x + a + b']],
    [
      'c(y1, y2) ~ sw(a, b) + csw0(d)',
      ['y1', 'y2'].flatMap((y) => ['a', 'a + d', 'b', 'b + d'].map((right) => `${y} ~ ${right}`)),
    ],
    ['y ~ sw(a + b, i(g, ref=1), L(0:1).k)', ['y ~ a + b', 'y ~ i(g, ref=1)', 'y ~ L(0:1).k']],
    ['y ~ x | sw0(f, g^h)', ['y ~ x', 'y ~ x | f', 'y ~ x | g^h']],
    ['y ~ x | f + csw(g, h)', ['y ~ x | f + g', 'y ~ x | f + g + h']],
    [
      'y ~ sw(x, z) | f | d ~ sw(q, r)',
      ['y ~ x | f | d ~ q', 'y ~ x | f | d ~ r', 'y ~ z | f | d ~ q', 'y ~ z | f | d ~ r'],
    ],
    ['y ~ x | csw0(f) | d ~ q', ['y ~ x | d ~ q', 'y ~ x | f | d ~ q']],
    ['y ~ - 1 + sw(a, b)', ['y ~ - 1 + a', 'y ~ - 1 + b']],
    ['y ~ sw0(a) - 1', ['y ~ - 1', 'y ~ a - 1']],
    ['y ~ x^-1 + sw(a, b)', ['y ~ x^-1 + a', 'y ~ x^-1 + b']],
    [
      'c(y1, y2) ~ x + (d = z), absorb(id)',
      ['y1 ~ x + (d = z), absorb(id)', 'y2 ~ x + (d = z), absorb(id)'],
    ],
    [
      'y ~ sw(a, b) if year > 2000, robust',
      ['y ~ a if year > 2000, robust', 'y ~ b if year > 2000, robust'],
    ],
    ['y ~ sw + `c(x)` + `sw(a, b)`', ['y ~ sw + `c(x)` + `sw(a, b)`']],
  ])('%s', (written, formulas) => {
    expect(formulasOf(written)).toEqual(formulas);
  });

  test.each([
    ['y ~ log(sw(a, b))', 'sw'],
    ['y ~ x:csw(a, b)', 'csw'],
    ['y ~ x - sw0(a)', 'sw0'],
    ['y ~ sw(a, csw(b, d))', 'csw'],
    ['sw(y1, y2) ~ x', 'sw'],
    ['y ~ c(a, b)', 'c'],
    ['log(c(y1, y2)) ~ x', 'c'],
    ['y ~ mvsw()', 'mvsw'],
    ['y ~ sw(a, , b)', 'sw'],
    ['c(y1, y2) x', 'c'],
  ])('refuses %s', (written, name) => {
    expect(failure(() => formulasOf(written))).toMatch(
      new RegExp(`^formula-syntax: ${name}\\(\\)`),
    );
  });

  test('refuses an empty step among instruments, and thousands of models', () => {
    expect(failure(() => formulasOf('y ~ x | d ~ sw0(z)'))).toMatch(/^formula-syntax: sw0\(z\)/);
    const terms = Array.from({ length: 24 }, (_, i) => `x${i}`).join(', ');
    expect(failure(() => formulasOf(`y ~ mvsw(${terms})`))).toMatch(
      /^too-many-models: .* 16777216/,
    );
    expect(failure(() => formulasOf(`c(${terms}) ~ sw(${terms}) + sw(${terms})`))).toMatch(
      /^too-many-models/,
    );
  });

  test.each(['c(y1, y2) ~ x', 'y ~ sw(a, b)', 'y ~ x | csw0(f)'])('is no model: %s', (formula) => {
    expect(failure(() => parseModel({ estimator: 'ols', formula }))).toMatch(/^several-models: /);
  });
});
