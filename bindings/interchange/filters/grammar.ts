/** Reads conditions of other programs by precedence climbing over each language's table of operators. */
import { nested } from '../bounds.js';
import { accept, ended, failure, type Reader, unexpected } from '../reader.js';
import type { Comparison, Condition, Operand } from './filter.js';
import { absent } from './logic.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/** A value, a condition or a literal truth value. */
export type Part = Operand | Condition | { readonly kind: 'truth'; readonly value: boolean };

export type Meaning = 'or' | 'and' | Comparison | '+' | '-' | '*' | '/' | '^';

/** An operator between two parts; a larger level binds more tightly. */
export interface Infix {
  readonly level: number;
  readonly meaning: Meaning;
}

/** The differences between languages. */
export interface Grammar {
  readonly language: string;
  /** The operators, the longest first. */
  readonly infixes: ReadonlyMap<string, Infix>;
  readonly infix: RegExp;
  /** Prefix operators, with the precedence of their operand. */
  readonly prefixes: ReadonlyMap<string, { readonly from: number; readonly is: 'not' | 'minus' }>;
  readonly prefix: RegExp;
  /** Reads a name, number, text or call; brackets are read by the grammar. */
  readonly atom: (reader: Reader, whole: ReadPart) => Part;
  /** Reads a suffix of a part, such as `in [1, 2]`. */
  readonly suffix?: (reader: Reader, of: Part, least: number) => Part | undefined;
  /** True if `1 < x < 3` means two comparisons. */
  readonly isChained?: true;
  readonly powersFrom: 'left' | 'right';
  /** The allowed comparisons of a column with an empty text, which a model reads as a missing value. */
  readonly emptyTexts: readonly Comparison[];
  /** The meaning of a value alone as a condition; `of` says whether it must be a column. */
  readonly bare: {
    readonly operator: '==' | '!=';
    readonly to: '0' | '1';
    readonly of: 'column' | 'any';
  };
  /** True if a division by 0, or an undefined power, is a missing value. */
  readonly hasMissingResults: boolean;
  /** The number that a condition is in arithmetic; absent if it is none. */
  readonly numberOf?: (condition: Condition) => Operand;
}

/** Reads a part whose operators bind at least as tightly as the level. */
export type ReadPart = (least?: number) => Part;

const conditionKinds = ['compare', 'member', 'holds', 'absence', 'not', 'and', 'or'];

export function isCondition(part: Part): part is Condition {
  return conditionKinds.includes(part.kind);
}

/** A table of operators with the pattern that finds them. */
export function infixesOf(
  rows: readonly (readonly [symbol: string, level: number, meaning: Meaning])[],
) {
  const infixes = new Map(rows.map(([symbol, level, meaning]) => [symbol, { level, meaning }]));
  const symbols = [...infixes.keys()].sort((a, b) => b.length - a.length);
  const escaped = symbols.map((one) =>
    /^\w/.test(one) ? `${one}\\b` : one.replace(/[|*+^/-]/g, '\\$&'),
  );
  return { infixes, infix: new RegExp(escaped.join('|')) };
}

/** Reads the whole text as a condition. @throws InputError `command-syntax` with a caret */
export function readCondition(reader: Reader, grammar: Grammar): Condition {
  const start = reader.position;
  const part = readPart(reader, grammar, 0);
  if (!ended(reader)) throw unexpected(reader, 'end-of-condition');
  return conditionOf(part, grammar, reader, start);
}

/** Reads a condition up to the first text that cannot belong to it. @throws InputError `command-syntax` with a caret */
export function readConditionPart(reader: Reader, grammar: Grammar): Condition {
  const start = reader.position;
  return conditionOf(readPart(reader, grammar, 0), grammar, reader, start);
}

/** Reads the whole text as a value. @throws InputError `command-syntax` with a caret */
export function readValue(reader: Reader, grammar: Grammar): Operand {
  const start = reader.position;
  const part = readPart(reader, grammar, 0);
  if (!ended(reader)) throw unexpected(reader, 'end-of-value');
  return operandOf(part, reader, start, grammar);
}

/** The part as a condition. @throws InputError `command-syntax` */
export function conditionOf(
  part: Part,
  { bare }: Grammar,
  reader: Reader,
  offset: number,
): Condition {
  if (isCondition(part)) return part;
  const isValue = part.kind !== 'truth' && part.kind !== 'text' && part.kind !== 'absent';
  if (isValue && (bare.of === 'any' || part.kind === 'column')) {
    const { operator, to } = bare;
    return { kind: 'compare', operator, left: part, right: { kind: 'number', text: to } };
  }
  throw failure(reader, commandProblem.condition(), offset);
}

/** The part as a value. @throws InputError `command-syntax` */
export function operandOf(
  part: Part,
  reader: Reader,
  offset: number,
  grammar?: Pick<Grammar, 'numberOf'>,
): Operand {
  if (isCondition(part) && grammar?.numberOf !== undefined) return grammar.numberOf(part);
  if (part.kind === 'truth' && grammar?.numberOf !== undefined) return numberOf(Number(part.value));
  if (isCondition(part) || part.kind === 'truth') {
    throw failure(reader, commandProblem['value-not-condition'](), offset);
  }
  return part;
}

function readPart(reader: Reader, grammar: Grammar, least: number): Part {
  const start = reader.position;
  let left = readPrefixed(reader, grammar, least);
  /** The right side of the previous comparison, which is compared again in a chain. */
  let last: Operand | undefined;
  for (;;) {
    const suffixed = grammar.suffix?.(reader, left, least);
    if (suffixed !== undefined) {
      left = suffixed;
      continue;
    }
    const { position } = reader;
    const symbol = accept(reader, grammar.infix)?.[0];
    const rule = symbol === undefined ? undefined : grammar.infixes.get(symbol);
    if (rule === undefined || rule.level < least) {
      reader.position = position;
      return left;
    }
    const { meaning, level } = rule;
    const from = meaning === '^' && grammar.powersFrom === 'right' ? level : level + 1;
    const next = reader.position;
    const right = nested(reader, () => readPart(reader, grammar, from));
    left = combined(meaning, left, right, { reader, grammar, start, position, next, last });
    const isOperand = !isCondition(right) && right.kind !== 'truth';
    last = isComparison(meaning) && grammar.isChained && isOperand ? right : undefined;
  }
}

function combined(meaning: Meaning, left: Part, right: Part, site: Site): Part {
  if (isLogical(meaning)) return joined(meaning, left, right, site);
  if (!isComparison(meaning)) return arithmetic(meaning, left, right, site);
  if (site.last === undefined) return compared(meaning, left, right, site);
  return joined('and', left, compared(meaning, site.last, right, site), site);
}

/**
 * Reads a part after a sign. The sign does not extend beyond the operand of the operator before it: Stata's `x^-1^2` is
 * `(x^-1)^2`.
 */
function readPrefixed(reader: Reader, grammar: Grammar, least: number): Part {
  const { position } = reader;
  const symbol = accept(reader, grammar.prefix)?.[0];
  if (symbol !== undefined) {
    const { from, is } = grammar.prefixes.get(symbol)!;
    const next = reader.position;
    const of = nested(reader, () => readPart(reader, grammar, Math.max(from, least)));
    if (is === 'minus') return { kind: 'minus', of: operandOf(of, reader, next, grammar) };
    return { kind: 'not', of: conditionOf(of, grammar, reader, next) };
  }
  if (accept(reader, /\(/) !== undefined) {
    const inside = nested(reader, () => readPart(reader, grammar, 0));
    if (accept(reader, /\)/) === undefined) throw unexpected(reader, 'operator-or-parenthesis');
    return inside;
  }
  const part = grammar.atom(reader, (least = 0) =>
    nested(reader, () => readPart(reader, grammar, least)),
  );
  if (reader.position === position) throw unexpected(reader, 'operand');
  return part;
}

interface Site {
  readonly reader: Reader;
  readonly grammar: Grammar;
  /** Position of the left side, the operator and the right side. */
  readonly start: number;
  readonly position: number;
  readonly next: number;
  /** The right side of the previous comparison in a chain. */
  readonly last: Operand | undefined;
}

function numberOf(value: number): Operand {
  return { kind: 'number', text: String(value) };
}

const comparisons = ['==', '!=', '<', '<=', '>', '>='];

function isComparison(meaning: Meaning): meaning is Comparison {
  return comparisons.includes(meaning);
}

function isLogical(meaning: Meaning): meaning is 'and' | 'or' {
  return meaning === 'and' || meaning === 'or';
}

/** Collects a chain of one operator in one list. */
function joined(kind: 'and' | 'or', left: Part, right: Part, site: Site): Condition {
  const { reader, grammar, start, next } = site;
  const [first, second] = [
    conditionOf(left, grammar, reader, start),
    conditionOf(right, grammar, reader, next),
  ];
  // Only this chain uses the list, so it may be extended in place.
  const of = first.kind === kind ? (first.of as Condition[]) : [first];
  of.push(second);
  return { kind, of };
}

function compared(operator: Comparison, left: Part, right: Part, site: Site): Condition {
  const { reader, grammar, start, position, next } = site;
  if (isCondition(left) && right.kind === 'truth' && /^[!=]=$/.test(operator)) {
    return right.value === (operator === '==') ? left : { kind: 'not', of: left };
  }
  // Columns of truth values are 1 and 0.
  const value = right.kind === 'truth' ? numberOf(Number(right.value)) : right;
  const [a, b] = [operandOf(left, reader, start, grammar), operandOf(value, reader, next, grammar)];
  if (b.kind === 'absent' && b.isText === true && !grammar.emptyTexts.includes(operator)) {
    const problem = commandProblem['empty-text']({ language: grammar.language });
    throw failure(reader, problem, next);
  }
  if (b.kind === 'absent' && a.kind !== 'absent') return absent(operator, a, reader, position);
  if (a.kind === 'absent' || b.kind === 'absent') {
    throw failure(reader, commandProblem['missing-on-right'](), position);
  }
  return { kind: 'compare', operator, left: a, right: b };
}

function arithmetic(
  operator: '+' | '-' | '*' | '/' | '^',
  left: Part,
  right: Part,
  { reader, grammar, start, position, next }: Site,
): Operand {
  const [a, b] = [operandOf(left, reader, start, grammar), operandOf(right, reader, next, grammar)];
  if (!grammar.hasMissingResults) checkDefined(operator, b, grammar.language, reader, position);
  return { kind: 'arithmetic', operator, left: a, right: b };
}

/** Throws where other languages have an infinite value: a model has a missing value there. */
function checkDefined(
  operator: string,
  right: Operand,
  language: string,
  reader: Reader,
  offset: number,
): void {
  const value = right.kind === 'number' ? Number(right.text) : NaN;
  if (operator === '/' && !(value > 0)) {
    const problem = commandProblem.division({ language });
    throw failure(reader, problem, offset);
  }
  if (operator === '^' && !(Number.isInteger(value) && value > 0)) {
    throw failure(reader, commandProblem.power(), offset);
  }
}
