/** Reads lists of values in conditions, which are memberships. */
import { accept, expect, failure, type Reader } from '../reader.js';
import type { Condition, Operand } from './filter.js';
import { operandOf, type Part, type ReadPart } from './grammar.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/** The parts between commas up to the closing bracket. */
export function readList(reader: Reader, whole: ReadPart, closing: RegExp): Part[] {
  const parts: Part[] = [];
  while (accept(reader, closing) === undefined) {
    if (parts.length > 0) {
      expect(reader, /,/, 'list-separator');
      if (accept(reader, closing) !== undefined) break;
    }
    parts.push(whole());
  }
  return parts;
}

/** `of` is one of the values, which are numbers, texts and missing values. @throws InputError `command-syntax` */
export function memberOf(
  of: Operand,
  values: readonly Part[],
  reader: Reader,
  offset: number,
): Condition {
  const constants = values.map((part) => operandOf(part, reader, offset));
  const isConstant = ({ kind }: Operand) => ['number', 'text', 'absent'].includes(kind);
  const all = constants.every(
    (operand) => isConstant(operand) || (operand.kind === 'minus' && isConstant(operand.of)),
  );
  if (constants.length === 0 || !all) {
    throw failure(reader, commandProblem['numbers-and-texts'](), offset);
  }
  return { kind: 'member', of, values: constants };
}

/** True if `of` is between two values, or equals one of them. */
export function betweenOf(of: Operand, low: Operand, high: Operand) {
  return [
    { kind: 'compare', operator: '>=', left: of, right: low },
    { kind: 'compare', operator: '<=', left: of, right: high },
  ] as const;
}

/** A text in quotes. @throws InputError `command-syntax` for an escape */
export function acceptText(reader: Reader): Operand | undefined {
  const match = accept(reader, /"([^"]*)"|'([^']*)'/);
  if (match === undefined) return undefined;
  const text = match[1] ?? match[2]!;
  if (text === '') return { kind: 'absent', isText: true };
  if (!text.includes('\\')) return { kind: 'text', text };
  throw failure(reader, commandProblem['no-backslashes'](), reader.position - match[0].length);
}

/** A number without a sign. */
export function acceptNumber(reader: Reader): Operand | undefined {
  const text = accept(reader, /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])/)?.[0];
  return text === undefined ? undefined : { kind: 'number', text };
}
