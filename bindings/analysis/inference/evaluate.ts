import type { Expression } from '../../data/index.js';
import type { ScalarMath } from '../../core/numerics/dual.js';
import { wholePower } from '../../core/numerics/whole-power.js';

/** The value of an expression in coefficients; not finite outside the domain of a function. */
export function evaluate(
  expression: Expression,
  values: ArrayLike<number>,
  math: ScalarMath,
): number {
  const valueOf = (part: Expression) => evaluate(part, values, math);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'coefficient':
      return values[expression.index]!;
    case 'negate':
      return -valueOf(expression.of);
    case 'call':
      return calls[expression.function](valueOf(expression.of), math);
    case 'binary':
      return operations[expression.operator](
        valueOf(expression.left),
        valueOf(expression.right),
        math,
      );
  }
}

type Call = Extract<Expression, { kind: 'call' }>['function'];
type Operator = Extract<Expression, { kind: 'binary' }>['operator'];

const calls: Readonly<Record<Call, (x: number, math: ScalarMath) => number>> = {
  log: (x, math) => math.log(x),
  exp: (x, math) => math.exp(x),
  sqrt: (x) => Math.sqrt(x),
  abs: (x) => Math.abs(x),
};

const operations: Readonly<Record<Operator, (a: number, b: number, math: ScalarMath) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b, math) => (Number.isInteger(b) ? integerPower(a, b) : math.exp(b * math.log(a))),
};

function integerPower(x: number, exponent: number): number {
  return exponent < 0 ? 1 / wholePower(x, -exponent) : wholePower(x, exponent);
}
