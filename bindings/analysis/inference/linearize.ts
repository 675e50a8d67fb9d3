/** Values and exact derivatives of expressions in coefficients. */
import type { Engine } from '../../core/engine/engine.js';
import type { Expression } from '../../data/index.js';
import {
  abs,
  add,
  coefficient,
  constant,
  divide,
  type Dual,
  exp,
  log,
  multiply,
  negate,
  power,
  type ScalarMath,
  sqrt,
  subtract,
} from '../../core/numerics/dual.js';
import { elementaryMath } from '../../core/numerics/elementary.js';

/** log and exp of one number, computed in the core. */
export function scalarMath(engine: Engine): ScalarMath {
  const math = elementaryMath(engine);
  return {
    log: (x) => (x > 0 ? math.log(Float64Array.of(x))[0]! : NaN),
    exp: (x) => math.exp(Float64Array.of(x))[0]!,
  };
}

/** The expression and its derivatives at `values`; not finite outside the domain of a function. */
export function linearize(
  expression: Expression,
  values: readonly number[],
  math: ScalarMath,
): Dual {
  const dualOf = (part: Expression) => linearize(part, values, math);
  switch (expression.kind) {
    case 'number':
      return constant(expression.value, values.length);
    case 'coefficient':
      return coefficient(values, expression.index);
    case 'negate':
      return negate(dualOf(expression.of));
    case 'call':
      return call(expression.function, dualOf(expression.of), math);
    case 'binary':
      return binary(expression.operator, dualOf(expression.left), dualOf(expression.right), math);
  }
}

type Call = Extract<Expression, { kind: 'call' }>['function'];
type Operator = Extract<Expression, { kind: 'binary' }>['operator'];

function call(name: Call, of: Dual, math: ScalarMath): Dual {
  switch (name) {
    case 'log':
      return log(of, math);
    case 'exp':
      return exp(of, math);
    case 'sqrt':
      return sqrt(of);
    case 'abs':
      return abs(of);
  }
}

function binary(operator: Operator, left: Dual, right: Dual, math: ScalarMath): Dual {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '^':
      return power(left, right, math);
  }
}

/** Degree of the expression as a polynomial in the coefficients, as written; Infinity if it is not a polynomial. */
export function degree(expression: Expression): number {
  switch (expression.kind) {
    case 'number':
      return 0;
    case 'coefficient':
      return 1;
    case 'negate':
      return degree(expression.of);
    case 'call':
      return degree(expression.of) === 0 ? 0 : Infinity;
    case 'binary':
      return binaryDegree(expression.operator, degree(expression.left), degree(expression.right));
  }
}

function binaryDegree(operator: Operator, left: number, right: number): number {
  if (operator === '+' || operator === '-') return Math.max(left, right);
  if (operator === '*') return left + right;
  if (right > 0) return Infinity;
  return operator === '/' || left === 0 ? left : Infinity;
}
