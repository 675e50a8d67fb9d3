/**
 * Row filters of other programs. The meaning of a written condition depends on how its program treats missing values. A
 * filter is the same for all programs: each of its parts is true or false in every row.
 */

/** A value per row. `absent` is an explicit missing value, such as Stata's `.` or an empty text. */
export type Operand =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'absent'; readonly isText?: true }
  | { readonly kind: 'minus'; readonly of: Operand }
  | { readonly kind: 'call'; readonly name: RowFunction; readonly of: Operand }
  /** `yes` where the test is true; where it is false `no`, or a missing value. */
  | {
      readonly kind: 'choice';
      readonly test: Filter | Test;
      readonly yes: Operand;
      readonly no?: Operand;
    }
  | { readonly kind: 'extreme'; readonly name: 'min' | 'max'; readonly of: readonly Operand[] }
  | Summary
  /** The value of another period of the unit. */
  | {
      readonly kind: 'shift';
      readonly operator: 'L' | 'F' | 'D';
      readonly order: number;
      readonly of: Operand;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/' | '^';
      readonly left: Operand;
      readonly right: Operand;
    };

/** A function of all rows, or of the rows with the same values in the columns `by`. */
export interface Summary {
  readonly kind: 'summary';
  /** As `build` has it. */
  readonly name: string;
  /** Undefined for a count of rows. */
  readonly of: Operand | undefined;
  /** Numbers and options after the value, such as `1, 99, type: 2`. */
  readonly options?: string;
  readonly by: readonly string[];
}

/** Functions with the same meaning in every program that has them. */
const rowFunctions = ['abs', 'sqrt', 'log', 'exp'] as const;

export type RowFunction = (typeof rowFunctions)[number] | 'round' | 'floor' | 'ceil';

export function isRowFunction(name: string): name is RowFunction {
  return (rowFunctions as readonly string[]).includes(name);
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A comparison, which may be missing. */
export type Test =
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'member'; readonly of: Operand; readonly values: readonly Operand[] };

/**
 * A condition as its program writes it. `absence` is true if one of the values is missing. `holds` is a test that is
 * false in every program if a value is missing.
 */
export type Condition =
  | Test
  | { readonly kind: 'holds'; readonly of: Test }
  | { readonly kind: 'absence'; readonly of: readonly Operand[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] };

/** `holds` is true where a test is true, and false where the test is false or missing. */
export type Filter =
  | { readonly kind: 'holds'; readonly of: Test }
  | {
      readonly kind: 'absence';
      readonly of: readonly Operand[];
      /** True if the script does not say so, but a missing value counts as the largest number. */
      readonly isImplied?: true;
    }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Filter[] };

/** The columns of an operand. */
export function columnsOfOperand(operand: Operand): string[] {
  switch (operand.kind) {
    case 'column':
      return [operand.name];
    case 'minus':
    case 'call':
    case 'shift':
      return columnsOfOperand(operand.of);
    case 'arithmetic':
      return [operand.left, operand.right].flatMap(columnsOfOperand);
    case 'extreme':
      return operand.of.flatMap(columnsOfOperand);
    case 'summary':
      return [...(operand.of === undefined ? [] : columnsOfOperand(operand.of)), ...operand.by];
    case 'choice': {
      const { test, yes, no } = operand;
      const chosen = [yes, ...(no === undefined ? [] : [no])];
      return [...columnsOfChoice(test), ...chosen.flatMap(columnsOfOperand)];
    }
    default:
      return [];
  }
}

export function isTest(one: Filter | Test): one is Test {
  return one.kind === 'compare' || one.kind === 'member';
}

function columnsOfChoice(test: Filter | Test): string[] {
  return isTest(test) ? columnsOfTest(test) : columnsOfFilter(test);
}

function operandsOf(test: Test): readonly Operand[] {
  return test.kind === 'compare' ? [test.left, test.right] : [test.of, ...test.values];
}

export function columnsOfTest(test: Test): string[] {
  return operandsOf(test).flatMap(columnsOfOperand);
}

/** Each column of a filter, with repetitions. */
export function columnsOfFilter(filter: Filter): string[] {
  switch (filter.kind) {
    case 'holds':
      return columnsOfTest(filter.of);
    case 'absence':
      return filter.of.flatMap(columnsOfOperand);
    case 'not':
      return columnsOfFilter(filter.of);
    default:
      return filter.of.flatMap(columnsOfFilter);
  }
}

type Rename = (name: string) => string;

/** The value with its columns renamed, those that make groups by `group`. */
export function renamedOperand(operand: Operand, rename: Rename, group = rename): Operand {
  switch (operand.kind) {
    case 'column':
      return { ...operand, name: rename(operand.name) };
    case 'minus':
    case 'call':
    case 'shift':
      return { ...operand, of: renamedOperand(operand.of, rename, group) };
    case 'extreme':
      return { ...operand, of: operand.of.map((one) => renamedOperand(one, rename, group)) };
    case 'summary':
      return {
        ...operand,
        of: operand.of && renamedOperand(operand.of, rename, group),
        by: operand.by.map(group),
      };
    case 'choice': {
      const { test, yes, no } = operand;
      return {
        kind: 'choice',
        test: isTest(test) ? renamedTest(test, rename) : renamedFilter(test, rename),
        yes: renamedOperand(yes, rename, group),
        ...(no === undefined ? {} : { no: renamedOperand(no, rename, group) }),
      };
    }
    case 'arithmetic': {
      const [left, right] = [operand.left, operand.right].map((one) =>
        renamedOperand(one, rename, group),
      );
      return { ...operand, left: left!, right: right! };
    }
    default:
      return operand;
  }
}

function renamedTest(test: Test, rename: Rename): Test {
  const all = (operand: Operand) => renamedOperand(operand, rename);
  return test.kind === 'compare'
    ? { ...test, left: all(test.left), right: all(test.right) }
    : { ...test, of: all(test.of), values: test.values.map(all) };
}

/** The filter with its columns renamed. */
export function renamedFilter(filter: Filter, rename: Rename): Filter {
  switch (filter.kind) {
    case 'holds':
      return { ...filter, of: renamedTest(filter.of, rename) };
    case 'absence':
      return { ...filter, of: filter.of.map((operand) => renamedOperand(operand, rename)) };
    case 'not':
      return { ...filter, of: renamedFilter(filter.of, rename) };
    default:
      return { ...filter, of: filter.of.map((one) => renamedFilter(one, rename)) };
  }
}
