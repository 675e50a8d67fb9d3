/** Row filters in the notation of other programs. */
import { InputError } from '../../core/errors/errors.js';
import { columnsInWhere, type Where } from '../../data/index.js';
import type { CallExpression } from '../../data/formula/expressions/expression.js';
import { functionInFilter } from '../../words/errors/interchange/models.js';

/** How a program writes the parts of a filter. */
export interface FilterNotation {
  readonly program: string;
  readonly column: (name: string) => string;
  readonly text: (text: string) => string;
  /** Operators that are written differently, such as `{'&&': 'and', '!': 'not '}`. */
  readonly operators?: Readonly<Record<string, string>>;
  readonly isOneOf: (of: string, values: readonly string[]) => string;
  /** How to test that a column, as written, has no value, and that it has one. */
  readonly isMissing: (column: string) => string;
  readonly isPresent: (column: string) => string;
}

/** Precedence of comparisons, memberships and negations: programs differ in their order among these. */
const COMPARISON = 3;
/** Precedence of powers, and of a sign, which binds less tightly than a power. */
const POWER = 6;

/** A larger number binds more tightly. */
const precedence: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '^': POWER,
};

function precedenceOf(part: Where): number {
  if (part.kind === 'binary') return precedence[part.operator] ?? COMPARISON;
  if (part.kind === 'in') return COMPARISON;
  if (part.kind !== 'unary') return Infinity;
  return part.operator === '!' ? COMPARISON : POWER;
}

/**
 * A filter with enough brackets for any program.
 *
 * @throws InputError `not-expressed` for a function other than missing() of columns and holds()
 */
export function filterText(where: Where, notation: FilterNotation): string {
  const { program, column, operators = {}, isOneOf } = notation;
  const text = (part: Where) => filterText(part, notation);
  const value = (one: number | string) =>
    typeof one === 'number' ? String(one) : notation.text(one);
  const sign = (operator: string) => operators[operator] ?? operator;
  switch (where.kind) {
    case 'literal':
      return value(where.value);
    case 'column':
      return column(where.name);
    case 'unary':
      return `${sign(where.operator)}(${text(where.of)})`;
    case 'in':
      return isOneOf(
        text(where.of),
        where.values.map((literal) => value(literal.value)),
      );
    case 'binary': {
      const { operator, left, right } = where;
      const level = precedenceOf(where);
      const side = (part: Where, least: number) =>
        precedenceOf(part) < least ? `(${text(part)})` : text(part);
      const mayRepeat = level !== COMPARISON && level !== POWER;
      const first = side(left, mayRepeat ? level : level + 1);
      return `${first} ${sign(operator)} ${side(right, level + 1)}`;
    }
    case 'call':
      return callText(where, notation);
    default:
      throw notWritten(program);
  }
}

function notWritten(program: string): InputError {
  return new InputError(functionInFilter({ key: 'where', program }), { of: 'model', key: 'where' });
}

/** Writes `missing(x)`, and `holds(x > 3)` as: `x` is present and greater than 3. */
function callText(call: CallExpression, notation: FilterNotation): string {
  const { column, operators = {}, isMissing, isPresent } = notation;
  const { name } = call.call;
  if (name === 'missing') {
    const columns = call.arguments.map((expression) => {
      if (expression.kind === 'column') return isMissing(column(expression.name));
      throw notWritten(notation.program);
    });
    return joinedIn(columns, operators['||'] ?? '||');
  }
  if (name !== 'holds') throw notWritten(notation.program);
  const [condition] = call.arguments as [Where];
  const present = filterColumns(condition).map((one) => isPresent(column(one)));
  const written = filterText(condition, notation);
  const isOr = precedenceOf(condition) === precedence['||'];
  return joinedIn([...present, isOr ? `(${written})` : written], operators['&&'] ?? '&&');
}

/** The parts joined in brackets; without brackets if there is only one. */
function joinedIn(parts: readonly string[], operator: string): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${operator} `)})`;
}

/** The filter as one part of a conjunction with `conditions`. */
export function withConditions(
  where: Where,
  notation: FilterNotation,
  conditions: readonly string[],
): string {
  const written = filterText(where, notation);
  if (conditions.length === 0) return written;
  const whole = where.kind === 'binary' && where.operator === '||' ? `(${written})` : written;
  return [whole, ...conditions].join(` ${notation.operators?.['&&'] ?? '&&'} `);
}

/**
 * The columns without which the filter drops a row, each once. `missing()` and `holds()` have a value in every row, so
 * their columns do not count.
 */
export function filterColumns(where: Where): string[] {
  return [...new Set(requiredIn(where))];
}

function requiredIn(where: Where): string[] {
  switch (where.kind) {
    case 'call':
      return ['missing', 'holds'].includes(where.call.name) ? [] : columnsInWhere(where);
    case 'binary':
      return [where.left, where.right].flatMap(requiredIn);
    case 'unary':
    case 'in':
      return requiredIn(where.of);
    default:
      return columnsInWhere(where);
  }
}
