/** Simplifies filters: removes parts that other parts imply. */
import { columnsOfOperand, columnsOfTest, type Filter, type Operand, type Test } from './filter.js';

/** A filter, or a constant if it is true or false in every row. */
type Simple = Filter | boolean;

/** The parts of a conjunction, and the columns that have a value in every row kept by it. */
export interface Conjunction {
  readonly parts: readonly Filter[];
  readonly present: ReadonlySet<string>;
}

/**
 * The parts that hold in all rows kept by the filters; the columns `present` always have a value. Undefined if the
 * filters keep no row.
 */
export function conjunctionOf(
  filters: readonly Filter[],
  given: readonly string[],
): Conjunction | undefined {
  const parts = filters.flatMap(conjuncts);
  const tested = parts.flatMap((part) => (part.kind === 'holds' ? columnsOfTest(part.of) : []));
  const present = new Set([...given, ...tested]);
  const required = parts.flatMap(requiredBy);
  const all = new Set([...present, ...required]);
  const kept: Simple[] = parts.map((part) =>
    part.kind === 'holds' || requiredBy(part).length > 0 ? part : simplified(part, all),
  );
  // A required column is written, unless a test that is written without holds() or the model also requires it.
  const decided = kept.flatMap((part) =>
    typeof part === 'boolean' ? [] : decidedColumns(part, all),
  );
  const known = new Set([...present, ...decided]);
  const simple = kept.map((part) =>
    typeof part !== 'boolean' && requiredBy(part).length > 0 ? simplified(part, known) : part,
  );
  if (simple.includes(false)) return undefined;
  const rest = simple.flatMap((part) => (typeof part === 'boolean' ? [] : conjuncts(part)));
  return { parts: distinct(rest), present: all };
}

/** Columns such that the whole filter is missing if one of them is. */
function decidedColumns(filter: Filter, present: ReadonlySet<string>): string[] {
  switch (filter.kind) {
    case 'holds':
      return isDecided(filter.of, present) ? columnsOfTest(filter.of) : [];
    case 'absence':
      return [];
    case 'not':
      return decidedColumns(filter.of, present);
    default:
      return filter.of.flatMap((one) => decidedColumns(one, present));
  }
}

function conjuncts(filter: Filter): readonly Filter[] {
  return filter.kind === 'and' ? filter.of.flatMap(conjuncts) : [filter];
}

function distinct(filters: readonly Filter[]): Filter[] {
  return [...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values()];
}

/** The columns of `!missing(x, y)`. */
function requiredBy(filter: Filter): string[] {
  if (filter.kind !== 'not' || filter.of.kind !== 'absence') return [];
  return filter.of.of.flatMap((operand) => (operand.kind === 'column' ? [operand.name] : []));
}

/** The filter without the parts that are decided where these columns have a value. */
export function simplified(filter: Filter, present: ReadonlySet<string>): Simple {
  switch (filter.kind) {
    case 'holds':
      return filter;
    case 'absence': {
      const of = filter.of.filter((operand) => !isPresent(operand, present));
      return of.length === 0 ? false : { ...filter, of };
    }
    case 'not': {
      const of = simplified(filter.of, present);
      if (typeof of === 'boolean') return !of;
      return of.kind === 'not' ? of.of : { kind: 'not', of };
    }
    default: {
      const decides = filter.kind === 'or';
      const parts = decides
        ? filter.of.map((one) => simplified(one, present))
        : conjoined(filter.of, present);
      if (parts.includes(decides)) return decides;
      const of = distinct(parts.filter((simple) => typeof simple !== 'boolean'));
      if (of.length === 0) return !decides;
      return of.length === 1 ? of[0]! : { kind: filter.kind, of };
    }
  }
}

/** The parts of a conjunction inside a filter; columns required by one part are present in the others. */
function conjoined(filters: readonly Filter[], present: ReadonlySet<string>): Simple[] {
  const parts = filters.flatMap(conjuncts);
  const required = parts.flatMap(requiredBy);
  if (required.length === 0) return parts.map((part) => simplified(part, present));
  const inside = new Set([...present, ...required]);
  const others = parts.map((part) =>
    requiredBy(part).length > 0 ? undefined : simplified(part, inside),
  );
  const tested = others.flatMap((part) =>
    typeof part === 'object' && part.kind === 'holds' ? columnsOfTest(part.of) : [],
  );
  const known = new Set([...present, ...tested]);
  return parts.map((part, i) => others[i] ?? simplified(part, known));
}

/** True if the operand has a value in every row in which these columns have one. */
function isPresent(operand: Operand, present: ReadonlySet<string>): boolean {
  return isDefined(operand) && columnsOfOperand(operand).every((name) => present.has(name));
}

/** A division and a power may be missing though their parts are not. */
function isDefined(operand: Operand): boolean {
  switch (operand.kind) {
    case 'arithmetic':
      return (
        !['/', '^'].includes(operand.operator) &&
        isDefined(operand.left) &&
        isDefined(operand.right)
      );
    case 'minus':
      return isDefined(operand.of);
    case 'call':
      return operand.name === 'abs' && isDefined(operand.of);
    case 'choice':
    case 'extreme':
    case 'summary':
    case 'shift':
      return false;
    default:
      return true;
  }
}

/** True if the test is true or false in every row in which the columns have a value. */
export function isDecided(test: Test, present: ReadonlySet<string>): boolean {
  const operands = test.kind === 'compare' ? [test.left, test.right] : [test.of];
  return operands.every((operand) => isPresent(operand, present));
}
