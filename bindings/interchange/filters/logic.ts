/**
 * How programs treat missing values in a condition. R and gretl have three truth values (Kleene 1952) and keep the rows
 * that are true. In pandas a comparison with a missing value is false, and `!=` true. In Stata a missing value is
 * larger than any number.
 */
import { failure, type Reader } from '../reader.js';
import type { Comparison, Condition, Filter, Operand, Test } from './filter.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/** The rows kept by a condition, or by its opposite. */
export interface Logic {
  readonly yes: (test: Test) => Filter;
  readonly no: (test: Test) => Filter;
}

const holds = (of: Test): Filter => ({ kind: 'holds', of });
const not = (of: Filter): Filter => ({ kind: 'not', of });
const or = (...of: Filter[]): Filter => ({ kind: 'or', of });
const and = (...of: Filter[]): Filter => ({ kind: 'and', of });
const absence = (...of: Operand[]): Filter => ({ kind: 'absence', of });

const opposite: Readonly<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** R and gretl. A comparison with a missing value is missing, and so is its opposite. */
export const threeValued: Logic = {
  yes: (test) => memberOfSome(test) ?? holds(test),
  no: (test) =>
    test.kind === 'compare'
      ? holds({ ...test, operator: opposite[test.operator] })
      : not(memberOfSome(test) ?? holds(test)),
};

/** `x %in% c(1, NA)` is true where x is missing. */
function memberOfSome(test: Test): Filter | undefined {
  if (test.kind !== 'member') return undefined;
  const values = test.values.filter(({ kind }) => kind !== 'absent');
  if (values.length === test.values.length) return undefined;
  return values.length === 0 ? absence(test.of) : or(absence(test.of), holds({ ...test, values }));
}

/** pandas. A membership is that of R: `isin([1, nan])` finds missing values. */
export const pandas: Logic = {
  yes: pandasYes,
  no: (test) => not(pandasYes(test)),
};

function pandasYes(test: Test): Filter {
  if (test.kind === 'member') return memberOfSome(test) ?? holds(test);
  if (test.operator === '==' || test.operator === '!=') {
    const same = samePresence(test) ?? holds({ ...test, operator: '==' });
    return test.operator === '==' ? same : not(same);
  }
  return holds(test);
}

/** `x == x` is true where x is present. */
function samePresence({ left, right }: Test & { kind: 'compare' }): Filter | undefined {
  const isSame = left.kind === 'column' && right.kind === 'column' && left.name === right.name;
  return isSame ? not(absence(left)) : undefined;
}

/** Stata. A text is never missing: an empty one is the least, and equals no other. */
export const stata: Logic = {
  yes: stataYes,
  no: (test) =>
    test.kind === 'compare'
      ? stataYes({ ...test, operator: opposite[test.operator] })
      : not(stataYes(test)),
};

function stataYes(test: Test): Filter {
  if (test.kind === 'member') return memberOfSome(test) ?? holds(test);
  const { operator, left, right } = test;
  if (operator === '!=') return not(stataYes({ ...test, operator: '==' }));
  if (operator === '>' || operator === '>=') {
    const turned = operator === '>' ? '<' : '<=';
    return stataOrder({ ...test, operator: turned, left: right, right: left }, test);
  }
  if (operator !== '==') return stataOrder(test, test);
  const both = [left, right].filter((operand) => !isConstant(operand));
  return both.length === 2 ? or(and(absence(left), absence(right)), holds(test)) : holds(test);
}

/** `left < right` or `left <= right`, where `test` is how it is written. */
function stataOrder(
  { operator, left, right }: Test & { kind: 'compare' },
  test: Test & { kind: 'compare' },
): Filter {
  // An empty text is less than any other text.
  if (right.kind === 'text' && !isConstant(left)) return or(absence(left), holds(test));
  if (left.kind === 'text') return holds(test);
  if (isConstant(right)) return holds(test);
  const largest: Filter = { kind: 'absence', of: [right], isImplied: true };
  if (operator === '<=' || isConstant(left)) return or(largest, holds(test));
  return or(and(largest, not(absence(left))), holds(test));
}

function isConstant({ kind }: Operand): boolean {
  return kind === 'number' || kind === 'text';
}

/** The filter with the meaning that a condition has in its program. */
export function filterOf(condition: Condition, logic: Logic, isOpposite = false): Filter {
  switch (condition.kind) {
    case 'not':
      return filterOf(condition.of, logic, !isOpposite);
    case 'and':
    case 'or': {
      const kind = (condition.kind === 'and') === isOpposite ? 'or' : 'and';
      return { kind, of: condition.of.map((one) => filterOf(one, logic, isOpposite)) };
    }
    case 'holds':
    case 'absence':
      return isOpposite ? not(condition) : condition;
    default:
      return isOpposite ? logic.no(condition) : logic.yes(condition);
  }
}

/** A comparison with a missing value. @throws InputError `command-syntax` for an order that has no filter */
export function absent(
  operator: Comparison,
  of: Operand,
  reader: Reader,
  offset: number,
): Condition {
  const is: Condition = { kind: 'absence', of: [of] };
  if (operator === '==' || operator === '>=') return is;
  if (operator === '!=' || operator === '<') return { kind: 'not', of: is };
  throw failure(reader, commandProblem['before-missing']({ operator }), offset);
}
