/** Reads the arguments of a function in an expression: values, `by:`, `order:`, `at:`, `quantiles:` and `type:` (or with `=`). */
import {
  accept,
  type Cursor,
  expectSymbol,
  nested,
  peek,
  placeOf,
  sees,
  syntaxError,
  take,
  unexpected,
} from '../cursor.js';
import type { ColumnExpression, ColumnName, Literal } from './expression.js';
import {
  type FunctionCall,
  functionNames,
  otherSpelling,
  type QuantileType,
  type Signature,
  signatureOf,
} from './functions.js';
import { suggestionOf } from '../../nearest.js';
import type { Token } from '../tokens.js';
import * as said from '../../../words/errors/data/syntax.js';

/** Readers of the parts of arguments. */
export interface ArgumentReaders {
  expression(): ColumnExpression;
  literal(): Literal;
}

interface Arguments {
  readonly values: ColumnExpression[];
  readonly by: ColumnName[];
  order?: ColumnName;
  points?: readonly number[];
  quantiles?: number;
  type?: QuantileType;
}

const mostCuts = 1000;

/** The call of the function `name`, whose parenthesis comes next. */
export function parseCall(cursor: Cursor, name: Token, read: ArgumentReaders): ColumnExpression {
  const signature = signatureOf(name.text);
  if (signature === undefined) throw unknownFunction(cursor, name);
  expectSymbol(cursor, '(');
  const parsed = nested(cursor, () => parseArguments(cursor, { name, signature, read }));
  const place = placeOf(cursor, name);
  checkArguments(cursor, name, signature, parsed);
  const { values, by, order } = parsed;
  if (name.text === 'in') return membership(cursor, name, values);
  const { call, rest } = callOf(cursor, name, parsed);
  return { kind: 'call', call, arguments: rest, by, ...(order && { order }), place };
}

function unknownFunction(cursor: Cursor, name: Token) {
  const other = otherSpelling(name.text);
  const meant = other === undefined ? suggestionOf(name.text, functionNames) : { write: other };
  return syntaxError(cursor, said.unknownFunction({ name: name.text, meant }), name);
}

interface Call {
  readonly name: Token;
  readonly signature: Signature;
  readonly read: ArgumentReaders;
}

function parseArguments(cursor: Cursor, call: Call): Arguments {
  const parsed: Arguments = { values: [], by: [] };
  if (accept(cursor, ')')) return parsed;
  let height = 0;
  do {
    const option = peek(cursor);
    const sign = cursor.tokens[cursor.next + 1]?.text;
    const isOption = option.kind === 'name' && (sign === ':' || sign === '=');
    if (isOption) parseOption(cursor, call, parsed);
    else if (sees(cursor, '['))
      parsed.points = parseList(cursor, () => numberOf(cursor, call.read));
    else parsed.values.push(call.read.expression());
    height = Math.max(height, cursor.height);
  } while (accept(cursor, ','));
  cursor.height = height;
  expectSymbol(cursor, ')');
  return parsed;
}

function parseOption(cursor: Cursor, { name, signature, read }: Call, parsed: Arguments): void {
  const option = take(cursor);
  take(cursor);
  const known = [
    ...(signature.grouped ? ['by'] : []),
    ...(signature.order ? ['order'] : []),
    ...(signature.points ? ['at', 'quantiles'] : []),
    ...(signature.types ? ['type'] : []),
  ];
  if (!known.includes(option.text)) {
    const meant = known.length === 0 ? undefined : suggestionOf(option.text, known);
    const problem = said.unknownOption({ name: name.text, option: option.text, meant });
    throw syntaxError(cursor, problem, option);
  }
  if (option.text === 'by') parsed.by.push(...parseColumns(cursor));
  else if (option.text === 'order') parsed.order = parseColumn(cursor);
  else if (option.text === 'type') parsed.type = parseType(cursor, read);
  else if (option.text === 'quantiles') parsed.quantiles = parseQuantiles(cursor, read);
  else if (sees(cursor, '[')) parsed.points = parseList(cursor, () => numberOf(cursor, read));
  else parsed.points = [numberOf(cursor, read)];
}

/** A column, or a list of columns in brackets. */
function parseColumns(cursor: Cursor): ColumnName[] {
  return sees(cursor, '[') ? parseList(cursor, () => parseColumn(cursor)) : [parseColumn(cursor)];
}

function parseList<Part>(cursor: Cursor, read: () => Part): Part[] {
  expectSymbol(cursor, '[');
  const parts: Part[] = [];
  do parts.push(read());
  while (accept(cursor, ','));
  expectSymbol(cursor, ']');
  return parts;
}

function parseColumn(cursor: Cursor): ColumnName {
  const token = peek(cursor);
  if (token.kind !== 'name' && token.kind !== 'backquoted') {
    throw unexpected(cursor, 'column');
  }
  take(cursor);
  return { kind: 'column', name: token.text, place: placeOf(cursor, token) };
}

function numberOf(cursor: Cursor, { literal }: ArgumentReaders): number {
  const token = peek(cursor);
  const { value } = literal();
  if (typeof value === 'number') return value;
  throw syntaxError(cursor, said.textForNumber(), token);
}

function parseQuantiles(cursor: Cursor, read: ArgumentReaders): number {
  const token = peek(cursor);
  const number = numberOf(cursor, read);
  if (Number.isInteger(number) && number >= 2 && number <= mostCuts) return number;
  throw syntaxError(cursor, said.badQuantiles({ most: mostCuts, found: number }), token);
}

/** @throws InputError for a definition of quantiles other than 2 and 7 */
function parseType(cursor: Cursor, read: ArgumentReaders): QuantileType {
  const token = peek(cursor);
  const number = numberOf(cursor, read);
  if (number === 2 || number === 7) return number;
  throw syntaxError(cursor, said.badQuantileType({ found: number }), token);
}

function checkArguments(
  cursor: Cursor,
  name: Token,
  { least, most = least, order, points }: Signature,
  parsed: Arguments,
): void {
  const { length } = parsed.values;
  if (points === true && length > most) throw syntaxError(cursor, said.cutNeedsPoints(), name);
  if (length < least || length > most) {
    const count = { least, most: most === Infinity ? undefined : most, found: length };
    throw syntaxError(cursor, said.badArguments({ name: name.text, ...count }), name);
  }
  if (length > 1 && parsed.by.length > 0 && most === Infinity) {
    throw syntaxError(cursor, said.groupsOfValues({ name: name.text }), name);
  }
  checkOptions(cursor, name, { order, points }, parsed);
}

function checkOptions(
  cursor: Cursor,
  name: Token,
  { order, points }: Pick<Signature, 'order' | 'points'>,
  parsed: Arguments,
): void {
  if (order === true && parsed.order === undefined) {
    throw syntaxError(cursor, said.needsOrder({ name: name.text }), name);
  }
  if (points !== true && parsed.points !== undefined) {
    throw syntaxError(cursor, said.takesNoList({ name: name.text }), name);
  }
  if (points === true && (parsed.points === undefined) === (parsed.quantiles === undefined)) {
    throw syntaxError(cursor, said.cutNeedsPoints(), name);
  }
}

function callOf(
  cursor: Cursor,
  name: Token,
  { values, points, quantiles, type = 7 }: Arguments,
): { readonly call: FunctionCall; readonly rest: readonly ColumnExpression[] } {
  const [x, ...cuts] = values;
  if (name.text === 'winsor') {
    const [from, to] = percentiles(cursor, name, cuts);
    return { call: { name: 'winsor', percentiles: [from, to], type }, rest: [x!] };
  }
  if (name.text === 'quantile') {
    const percentile = numberIn(cuts[0]!);
    if (!(percentile >= 0 && percentile <= 100)) {
      throw syntaxError(cursor, said.badPercentile(), name);
    }
    refuseShare(cursor, name, percentile, percentile < 1);
    return { call: { name: 'quantile', percentile, type }, rest: [x!] };
  }
  if (name.text === 'cut') {
    checkAscending(cursor, name, points ?? []);
    return {
      call: { name: 'cut', ...(points && { points }), ...(quantiles && { quantiles }) },
      rest: values,
    };
  }
  return { call: { name: name.text } as FunctionCall, rest: values };
}

/** Two percentiles; one such as 1 stands for 1 and 99. */
function percentiles(
  cursor: Cursor,
  name: Token,
  cuts: readonly ColumnExpression[],
): readonly [number, number] {
  const [from = NaN, to = 100 - from] = cuts.map(numberIn);
  if (!(from >= 0 && from < to && to <= 100)) {
    throw syntaxError(cursor, said.badPercentiles(), name);
  }
  refuseShare(cursor, name, from, to <= 1 || (cuts.length === 1 && from < 0.5));
  return [from, to];
}

/** Refuses what reads like the share 0.01 of other programs, where percentiles are meant. */
function refuseShare(cursor: Cursor, name: Token, value: number, isShare: boolean): void {
  if (!isShare || value === 0) return;
  const percent = Number((value * 100).toPrecision(12));
  throw syntaxError(cursor, said.shareForPercent({ name: name.text, found: value, percent }), name);
}

/** The number that an argument is; NaN for another expression. */
function numberIn(part: ColumnExpression): number {
  return part.kind === 'literal' && typeof part.value === 'number' ? part.value : NaN;
}

function checkAscending(cursor: Cursor, name: Token, points: readonly number[]): void {
  const ascends = points.every((point, i) => i === 0 || point > points[i - 1]!);
  if (ascends && points.length <= mostCuts) return;
  throw syntaxError(cursor, said.badCuts({ most: mostCuts, found: points }), name);
}

/** `in(x, "a", "b")` is `x in ("a", "b")`. */
function membership(
  cursor: Cursor,
  name: Token,
  [of, ...values]: readonly ColumnExpression[],
): ColumnExpression {
  const literals = values.map(literalOf);
  if (literals.every((literal) => literal !== undefined)) {
    return { kind: 'in', of: of!, values: literals, place: placeOf(cursor, name) };
  }
  throw syntaxError(cursor, said.inNeedsLiterals(), name);
}

function literalOf(part: ColumnExpression): Literal | undefined {
  if (part.kind === 'literal') return part;
  if (part.kind !== 'unary' || part.operator !== '-' || part.of.kind !== 'literal')
    return undefined;
  const { value } = part.of;
  return typeof value === 'number' ? { ...part.of, value: -value, place: part.place } : undefined;
}
