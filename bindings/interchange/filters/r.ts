/** Conditions of R: `year >= 2000 & region %in% c("east", "west") & !is.na(x)`. */
import { wholeNumbers } from '../bounds.js';
import { accept, expect, failure, type Reader } from '../reader.js';
import { type Filter, isRowFunction, type Operand } from './filter.js';
import {
  type Grammar,
  infixesOf,
  isCondition,
  conditionOf,
  operandOf,
  type Part,
  readCondition,
  readValue as readWholeValue,
  type ReadPart,
} from './grammar.js';
import { filterOf, threeValued } from './logic.js';
import { acceptNumber, acceptText, betweenOf, memberOf, readList } from './values.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

const COMPARISON = 4;
const SPECIAL = 7;

/** The grammar for the columns of a data frame with this name; undefined if it has none. */
export function rGrammar(frame: string | undefined, hasMissingResults = false): Grammar {
  const grammar: Grammar = {
    language: 'R',
    ...infixesOf([
      ...(['|', '||'] as const).map((symbol) => [symbol, 1, 'or'] as const),
      ...(['&', '&&'] as const).map((symbol) => [symbol, 2, 'and'] as const),
      ...(['==', '!=', '<', '<=', '>', '>='] as const).map(
        (one) => [one, COMPARISON, one] as const,
      ),
      ['+', 5, '+'],
      ['-', 5, '-'],
      ['*', 6, '*'],
      ['/', 6, '/'],
      ['^', 9, '^'],
    ]),
    prefixes: new Map([
      ['!', { from: COMPARISON, is: 'not' }],
      ['-', { from: 9, is: 'minus' }],
    ]),
    prefix: /!(?!=)|-/,
    atom: (reader, whole) => readAtom(reader, whole, frame, grammar),
    suffix: readMember,
    emptyTexts: ['!='],
    powersFrom: 'right',
    bare: { operator: '!=', to: '0', of: 'column' },
    hasMissingResults,
  };
  return grammar;
}

/** `x %in% c(1, 2)` and `x %in% 2000:2005`. */
function readMember(reader: Reader, of: Part, least: number): Part | undefined {
  if (least > SPECIAL) return undefined;
  const { position } = reader;
  if (accept(reader, /%in%/) === undefined) return undefined;
  const operand = operandOf(of, reader, position);
  return memberOf(operand, readValues(reader), reader, position);
}

function readValues(reader: Reader): Part[] {
  if (accept(reader, /c\s*\(/) === undefined) return readValue(reader);
  const values: Part[] = [];
  while (accept(reader, /\)/) === undefined) {
    if (values.length > 0) expect(reader, /,/, { oneOf: ['","', '")"'] });
    values.push(...readValue(reader));
  }
  return values;
}

/** A number, a text, `NA` or a range `2000:2005`. */
function readValue(reader: Reader): Part[] {
  const range = accept(reader, /(-?\d+)L?\s*:\s*(-?\d+)L?(?![\w.])/);
  if (range !== undefined) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return wholeNumbers(Math.min(from, to), Math.max(from, to)).map((value) => signed(value));
  }
  if (accept(reader, /NA(?:_\w+)?(?![\w.])/) !== undefined) return [{ kind: 'absent' }];
  const minus = accept(reader, /-/) !== undefined;
  const value = acceptText(reader) ?? acceptCount(reader);
  if (value === undefined) throw failure(reader, commandProblem['r-list']());
  return [minus ? { kind: 'minus', of: value } : value];
}

function signed(value: number): Part {
  const number = { kind: 'number', text: String(Math.abs(value)) } as const;
  return value < 0 ? { kind: 'minus', of: number } : number;
}

/** `2000` or `2000L`. */
function acceptCount(reader: Reader) {
  const whole = accept(reader, /(\d+)L(?![\w.])/)?.[1];
  return whole === undefined ? acceptNumber(reader) : ({ kind: 'number', text: whole } as const);
}

/** A constant, a column, or a call that is a condition. */
export function readAtom(
  reader: Reader,
  whole: ReadPart,
  frame: string | undefined,
  grammar: Grammar,
): Part {
  const start = reader.position;
  const constant = acceptText(reader) ?? acceptCount(reader);
  if (constant !== undefined) return constant;
  const truth = accept(reader, /(?:TRUE|FALSE|T|F)(?![\w.])/)?.[0];
  if (truth !== undefined) return { kind: 'truth', value: truth.startsWith('T') };
  const called = accept(reader, /(?:[A-Za-z.][\w.]*::)?([A-Za-z.][\w.]*)\s*\(/);
  if (called !== undefined) return readCall(reader, called[1]!, start, whole, grammar);
  return { kind: 'column', name: readColumn(reader, frame) };
}

/** `z`, `d$z`, `d[["z"]]`, `.data$z`. */
function readColumn(reader: Reader, frame: string | undefined): string {
  const start = reader.position;
  const plain = accept(reader, /`([^`]+)`|([\p{L}.][\p{L}\p{M}\p{N}_.]*)/u);
  if (plain === undefined) return '';
  const name = plain[1] ?? plain[2]!;
  const inside =
    accept(reader, /\$\s*(?:`([^`]+)`|([\p{L}.][\p{L}\p{M}\p{N}_.]*))/u) ??
    accept(reader, /\[\[\s*(?:"([^"]+)"|'([^']+)')\s*\]\]/);
  if (inside === undefined) return name;
  if (frame !== undefined && ![frame, '.data', '.'].includes(name)) {
    const problem = commandProblem['other-frame']({ frame, name });
    throw failure(reader, problem, start);
  }
  return inside[1] ?? inside[2]!;
}

function readCall(
  reader: Reader,
  name: string,
  start: number,
  whole: ReadPart,
  grammar: Grammar,
): Part {
  if (name === 'complete.cases') return completeCases(reader, whole);
  const parts = readList(reader, whole, /\)/);
  const operands = () => parts.map((part) => operandOf(part, reader, start));
  if (name === 'is.na' && parts.length === 1) return { kind: 'absence', of: operands() };
  if (name === 'abs' && parts.length === 1)
    return { kind: 'call', name: 'abs', of: operands()[0]! };
  if (name === 'which' && parts.length === 1) return conditionOf(parts[0]!, grammar, reader, start);
  if (name === 'between' && parts.length === 3) {
    const [of, low, high] = operands();
    return { kind: 'and', of: betweenOf(of!, low!, high!) };
  }
  if (grammar.hasMissingResults && isRowFunction(name) && parts.length === 1) {
    return { kind: 'call', name, of: operands()[0]! };
  }
  const problem = commandProblem['condition-function']({ name });
  throw failure(reader, problem, start);
}

/** `complete.cases(x, z)` and `complete.cases(d[, c("x", "z")])`. */
function completeCases(reader: Reader, whole: ReadPart): Part {
  const start = reader.position;
  const listed = accept(reader, /[\w.]+\[\s*,?\s*(?=["']|c\s*\()/);
  const parts = listed === undefined ? readList(reader, whole, /\)/) : readValues(reader);
  if (listed !== undefined) expect(reader, /\]\s*\)/, { oneOf: ['"])"'] });
  const of = parts.map((part) => {
    if (listed !== undefined && part.kind === 'text')
      return { kind: 'column', name: part.text } as const;
    const operand = operandOf(part, reader, start);
    if (operand.kind === 'column') return operand;
    throw failure(reader, commandProblem['complete-cases'](), start);
  });
  if (of.length === 0) throw failure(reader, commandProblem['complete-cases'](), start);
  return { kind: 'not', of: { kind: 'absence', of } };
}

/** The rows that a condition of R keeps. @throws InputError `command-syntax` */
export function rFilter(reader: Reader, frame?: string): Filter {
  return filterOf(readCondition(reader, rGrammar(frame)), threeValued);
}

/** The value of an expression of R in columns of a data frame. @throws InputError `command-syntax` */
export function rValue(reader: Reader, frame?: string): Operand {
  return readWholeValue(reader, rGrammar(frame, true));
}

/** True if the filter compares a text by `!=`, which keeps empty texts in R. */
export function comparesTexts(filter: Filter): boolean {
  if (filter.kind === 'holds') {
    const { of: test } = filter;
    return test.kind === 'compare' && test.operator === '!=' && hasText(test.left, test.right);
  }
  if (filter.kind === 'absence') return false;
  return filter.kind === 'not' ? comparesTexts(filter.of) : filter.of.some(comparesTexts);
}

function hasText(...parts: readonly Part[]): boolean {
  return parts.some((part) => !isCondition(part) && part.kind === 'text');
}
