import { describe, expect, it } from 'vitest';
import { parseStatements } from '../../../../bindings/data/formula/statement.js';
import { constant, type ScalarMath } from '../../../../bindings/core/numerics/dual.js';
import { linearize } from '../../../../bindings/analysis/inference/linearize.js';
import { failure } from '../support.js';

const math: ScalarMath = { log: Math.log, exp: Math.exp };
const names = ['L1.n', 'w', 'log(w)', 'year=1980', 'a:b', 'x', 'x^2', '`odd name`', '_cons'];
const values = [2, 3, 5, 7, 11, 13, 17, 19, 23];

/** The value of each part of a list at `values`. */
function value(text: string): number[] {
  return parseStatements(text, names).map(
    ({ difference }) => linearize(difference, values, math).value,
  );
}

const failing = (text: string) => failure(() => parseStatements(text, names));

describe('statements', () => {
  it('follow the precedence of arithmetic', () => {
    expect(value('1 + w * 2 - 8 / 4 / 2')).toEqual([6]);
    expect(value('-w^2, (-w)^2, 2^3^2, 2^-1, w*-2')).toEqual([-9, 9, 512, 0.5, -6]);
  });

  it('subtract the right side from the left', () => {
    expect(value('w = L1.n, 2*w + x = 1')).toEqual([1, 18]);
  });

  it('read a chain of equations as neighbouring pairs', () => {
    expect(parseStatements('w = x=0', names).map(({ text }) => text)).toEqual(['w = x', 'x = 0']);
  });

  it('read the names that results print, including operators', () => {
    expect(value('L1.n, L.n, year=1980, a:b, a : b, x^2, log(w)')).toEqual([
      2, 2, 7, 11, 11, 17, 5,
    ]);
    expect(value('year=1980 = 6, `odd name`, `year=1980`')).toEqual([1, 19, 7]);
  });

  it('separate a shorter name in parentheses', () => {
    expect(value('(x)^2, sqrt(w + 1)')).toEqual([169, 2]);
  });

  it('point at an unknown coefficient and suggest the nearest', () => {
    expect(failing('w = L2.n')).toBe(
      'unknown-coefficient: there is no coefficient "L2.n" (did you mean "L1.n"?)\n  w = L2.n\n      ^',
    );
    expect(failing('`Odd name` = 1')).toContain('there is no coefficient "Odd name"');
  });

  it('point at a syntax error', () => {
    expect(failing('w =')).toBe(
      'expression-syntax: expected a coefficient or a number, found the end\n  w =\n     ^',
    );
    expect(failing('w x')).toContain('expected an operator, "=", "," or the end, found "x"');
    expect(failing('w == x')).toContain('expected "=" between the sides, found "=="');
    expect(failing('lag(w)')).toContain('unknown function "lag" (did you mean "log"?)');
    expect(failing('L(0:1).n')).toContain('one coefficient, not a range of lags');
    expect(failing('(w')).toContain('expected ")", found the end');
  });
});

describe('derivatives', () => {
  const texts = [
    'w/(1 - L1.n)',
    'exp(x/10)*log(a:b)',
    '(x)^3/w^2',
    'w^L1.n',
    '(w)^0.5 - sqrt(x)',
    'abs(w - x)',
    '(w - x)^-2',
    '(w)^0 + 2^x',
  ];

  it.each(texts)('of %s agree with differences to eight digits', (text) => {
    const { difference } = parseStatements(text, names)[0]!;
    const { gradient } = linearize(difference, values, math);
    values.forEach((value, i) => {
      const step = 1e-5 * value;
      const moved = (by: number) =>
        linearize(
          difference,
          values.map((x, j) => (j === i ? x + by : x)),
          math,
        ).value;
      const slope = (moved(step) - moved(-step)) / (2 * step);
      expect(gradient[i]).toBeCloseTo(slope, 8 - Math.log10(Math.max(1, Math.abs(slope))));
    });
  });

  it('of a number are zero', () => {
    expect(constant(4, 2)).toEqual({ value: 4, gradient: [0, 0] });
  });
});

describe('names that differ by spaces only', () => {
  const names = ['city=New York', 'city=NewYork', '`x-1 2`', '`x-12`'];
  const indexOf = (text: string) => {
    const { difference } = parseStatements(text, names)[0]!;
    return difference.kind === 'coefficient' ? difference.index : -1;
  };

  it.each(names.map((name, i) => [name, i]))('%s as printed is found', (name, i) => {
    expect(indexOf(String(name))).toBe(i);
  });

  it('a whole name in backquotes is found', () => {
    expect(indexOf('`city=NewYork`')).toBe(1);
  });

  it.each(['city = New York', '`city = New York`', 'city =New York'])(
    '%s is found, as spaces around the operator do not count',
    (text) => {
      expect(indexOf(text)).toBe(0);
    },
  );

  it.each(['`x- 12`', 'city=New  York', 'city=Ne wYork'])('%s is refused', (text) => {
    expect(failure(() => parseStatements(text, names))).toMatch(
      /^ambiguous-coefficient: coefficient: expected a name as printed, found ".*" and ".*" by spaces; /,
    );
  });
});

describe('a name with other spaces than the only similar coefficient', () => {
  const names = ['city=NewYork', 'x1', 'x', 'area=A - B', '`y 2`', 'a:b', 'city= Rome', 'x^2'];
  const failing = (text: string) => failure(() => parseStatements(text, names));

  it.each([
    ['city=New York', 'city=NewYork'],
    ['x 1', 'x1'],
    ['area=A-B', 'area=A - B'],
    ['`y2`', '`y 2`'],
    ['`x 1` = 0', 'x1'],
    ['2*city=New York = 0', 'city=NewYork'],
  ])('%s does not take the coefficient of %s', (text, name) => {
    const message = failing(text);
    expect(message).toContain('ambiguous-coefficient: coefficient: expected a name as printed');
    expect(message).toContain(`differs from "${name}" by spaces; write its spaces as printed`);
  });

  it.each(['a : b', 'x ^ 2', 'city = NewYork', 'area = A - B', 'city=Rome', ' x1 = 0'])(
    '%s is found by spaces around operators',
    (text) => {
      expect(parseStatements(text, names)).toHaveLength(1);
    },
  );
});
