/** Reads expressions in coefficients, and equations between them, by precedence climbing. */
import {
  acceptCoefficient,
  type CoefficientNames,
  coefficientNames,
  readCoefficient,
} from './coefficient.js';
import {
  accept,
  type Cursor,
  cursorOn,
  expectSymbol,
  nested,
  peek,
  rightSide,
  sees,
  syntaxError,
  take,
  unexpected,
} from './cursor.js';
import { suggestionOf } from '../nearest.js';
import { spelledAs } from './idioms/dotted-names.js';
import type { OmittedName } from './omitted.js';
import { functions } from './parse-term.js';
import type { FunctionName } from './term.js';
import { manyStatements, unknownFunction } from '../../words/errors/data/syntax.js';

export type Operation = '+' | '-' | '*' | '/' | '^';

/** An expression as a tree; `index` is a coefficient's position among the names. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'coefficient'; readonly index: number }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'call'; readonly function: FunctionName; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: Operation;
      readonly left: Expression;
      readonly right: Expression;
    };

/** A part of a list: an equation, an inequality or an expression. */
export interface Statement {
  /** As written, `x2 = x3`. */
  readonly text: string;
  /** Left side minus right side; the expression itself if there is only one side. */
  readonly difference: Expression;
  readonly relation?: Relation;
}

/** How the sides of a statement compare. */
export type Relation = '=' | '<' | '>';

interface Side {
  readonly text: string;
  readonly expression: Expression;
}

const precedence: ReadonlyMap<string, number> = new Map([
  ['+', 1],
  ['-', 1],
  ['*', 2],
  ['/', 2],
  ['^', 4],
]);
const unaryBinding = 3;
/** Maximum parts of a list: each is a row of a matrix, and the time grows with the cube of the number of rows. */
const maxStatements = 1000;

/**
 * Reads a list such as `x1 = 0, x2 = x3, 2*x1 + x3 = 1` or `Gov/(1-L1.Level)`: coefficients by `names`, numbers, `+ -
 * * / ^`, log, exp, sqrt, abs and parentheses. `a = b = c` means `a = b` and `b = c`. `a > b` and
 * `a < b` are inequalities.
 *
 * @throws InputError `expression-syntax`, `unknown-coefficient`, `omitted-coefficient` or `ambiguous-coefficient` with a
 *   caret under the character
 */
export function parseStatements(
  written: string,
  names: readonly string[],
  omitted: readonly OmittedName[] = [],
): Statement[] {
  const text = spelledAs([...names, ...omitted.map(({ name }) => name)], written);
  const cursor = cursorOn(text, 'expression-syntax');
  const known = coefficientNames(names, omitted);
  const statements: Statement[] = [];
  do {
    statements.push(...parseStatement(cursor, known));
    checkCount(cursor, statements.length);
  } while (accept(cursor, ','));
  if (sees(cursor, '==')) throw unexpected(cursor, 'one-equals');
  if (peek(cursor).kind !== 'end') throw unexpected(cursor, 'end-of-statements');
  return statements;
}

function checkCount(cursor: Cursor, count: number): void {
  if (count <= maxStatements) return;
  throw syntaxError(cursor, manyStatements({ most: maxStatements }), peek(cursor));
}

function parseStatement(cursor: Cursor, names: CoefficientNames): Statement[] {
  const sides = [parseSide(cursor, names)];
  const relation = (['<', '>'] as const).find((sign) => accept(cursor, sign));
  if (relation !== undefined) {
    const right = parseSide(cursor, names);
    return [compared(sides[0]!, relation, right)];
  }
  if (sees(cursor, '>=') || sees(cursor, '<=')) {
    throw unexpected(cursor, 'inequality');
  }
  while (accept(cursor, '=')) {
    sides.push(parseSide(cursor, names));
    checkCount(cursor, sides.length - 1);
  }
  const [first, ...rest] = sides;
  if (rest.length === 0) return [{ text: first!.text, difference: first!.expression }];
  return rest.map((right, i) => compared(sides[i]!, '=', right));
}

function compared(left: Side, relation: Relation, right: Side): Statement {
  return {
    text: `${left.text} ${relation} ${right.text}`,
    difference: {
      kind: 'binary',
      operator: '-',
      left: left.expression,
      right: right.expression,
    },
    relation,
  };
}

function parseSide(cursor: Cursor, names: CoefficientNames): Side {
  const { offset } = peek(cursor);
  const expression = parseBinary(cursor, names, 1);
  return { text: cursor.text.slice(offset, peek(cursor).offset).trim(), expression };
}

function parseBinary(cursor: Cursor, names: CoefficientNames, loosest: number): Expression {
  let left = parseUnary(cursor, names);
  for (;;) {
    const { kind, text } = peek(cursor);
    const binding = kind === 'symbol' ? precedence.get(text) : undefined;
    if (binding === undefined || binding < loosest) return left;
    const operator = take(cursor);
    const right = rightSide(cursor, operator, () =>
      text === '^'
        ? nested(cursor, () => parseBinary(cursor, names, unaryBinding))
        : parseBinary(cursor, names, binding + 1),
    );
    left = { kind: 'binary', operator: text as Operation, left, right };
  }
}

/** A sign binds less tightly than a power: `-x^2` is `-(x^2)`. */
function parseUnary(cursor: Cursor, names: CoefficientNames): Expression {
  if (!accept(cursor, '-')) return parsePrimary(cursor, names);
  return nested(cursor, () => ({
    kind: 'negate',
    of: parseBinary(cursor, names, unaryBinding),
  }));
}

function parsePrimary(cursor: Cursor, names: CoefficientNames): Expression {
  cursor.height = 0;
  const index = acceptCoefficient(cursor, names);
  if (index !== undefined) return { kind: 'coefficient', index };
  const token = peek(cursor);
  if (token.kind === 'number') return { kind: 'number', value: Number(take(cursor).text) };
  if (token.kind === 'name' && cursor.tokens[cursor.next + 1]!.text === '(') {
    return parseCall(cursor, names);
  }
  if (accept(cursor, '(')) return parseUntilClosed(cursor, names);
  return { kind: 'coefficient', index: readCoefficient(cursor, names) };
}

function parseCall(cursor: Cursor, names: CoefficientNames): Expression {
  const token = take(cursor);
  const known = functions.find((candidate) => candidate === token.text);
  if (known === undefined) {
    const meant = suggestionOf(token.text, functions);
    throw syntaxError(cursor, unknownFunction({ name: token.text, meant }), token);
  }
  expectSymbol(cursor, '(');
  return { kind: 'call', function: known, of: parseUntilClosed(cursor, names) };
}

function parseUntilClosed(cursor: Cursor, names: CoefficientNames): Expression {
  const inside = nested(cursor, () => parseBinary(cursor, names, 1));
  expectSymbol(cursor, ')');
  return inside;
}
