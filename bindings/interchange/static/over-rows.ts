/** Values that read other rows, of the rows that a script has kept. */
import { type Filter, isTest, type Operand, type Test } from '../filters/filter.js';

/** 1 where the filter keeps a row, otherwise 0. */
const indicator = (test: Filter): Operand => ({
  kind: 'choice',
  test,
  yes: { kind: 'number', text: '1' },
  no: { kind: 'number', text: '0' },
});

/** Summaries and lags of the rows that are still in the data. */
export function overRows(value: Operand, filters: readonly Filter[]): Operand {
  if (filters.length === 0) return value;
  const test: Filter = filters.length === 1 ? filters[0]! : { kind: 'and', of: filters };
  return value.kind === 'column' ? value : masked(value, test);
}

function masked(value: Operand, test: Filter): Operand {
  const inner = (of: Operand) => masked(of, test);
  const kept = (yes: Operand): Operand => ({ kind: 'choice', test, yes });
  switch (value.kind) {
    case 'summary': {
      if (value.of !== undefined) return { ...value, of: kept(inner(value.of)) };
      return { ...value, name: 'sum', of: indicator(test) };
    }
    case 'shift':
      return { ...value, of: kept(inner(value.of)) };
    case 'minus':
    case 'call':
      return { ...value, of: inner(value.of) };
    case 'arithmetic':
      return { ...value, left: inner(value.left), right: inner(value.right) };
    case 'extreme':
      return { ...value, of: value.of.map(inner) };
    case 'choice':
      return {
        ...value,
        test: isTest(value.test) ? maskedTest(value.test, test) : maskedFilter(value.test, test),
        yes: inner(value.yes),
        ...(value.no && { no: inner(value.no) }),
      };
    default:
      return value;
  }
}

function maskedTest(of: Test, test: Filter): Test {
  if (of.kind === 'member') return { ...of, of: masked(of.of, test) };
  return { ...of, left: masked(of.left, test), right: masked(of.right, test) };
}

function maskedFilter(of: Filter, test: Filter): Filter {
  switch (of.kind) {
    case 'holds':
      return { ...of, of: maskedTest(of.of, test) };
    case 'absence':
      return { ...of, of: of.of.map((one) => masked(one, test)) };
    case 'not':
      return { ...of, of: maskedFilter(of.of, test) };
    default:
      return { ...of, of: of.of.map((one) => maskedFilter(one, test)) };
  }
}

/** True if the value is that of another period in some part. */
export function hasShift(value: Operand): boolean {
  switch (value.kind) {
    case 'shift':
      return true;
    case 'minus':
    case 'call':
      return hasShift(value.of);
    case 'summary':
      return value.of !== undefined && hasShift(value.of);
    case 'arithmetic':
      return hasShift(value.left) || hasShift(value.right);
    case 'extreme':
      return value.of.some(hasShift);
    case 'choice':
      return hasShift(value.yes) || (value.no !== undefined && hasShift(value.no));
    default:
      return false;
  }
}
