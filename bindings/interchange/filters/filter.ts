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
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | '/' | '^';
      readonly left: Operand;
      readonly right: Operand;
    };

/** Functions with the same meaning in every program that has them. */
const rowFunctions = ['abs', 'sqrt', 'log', 'exp'] as const;

export type RowFunction = (typeof rowFunctions)[number];

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
      return columnsOfOperand(operand.of);
    case 'arithmetic':
      return [operand.left, operand.right].flatMap(columnsOfOperand);
    default:
      return [];
  }
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

/** The value with its columns renamed. */
export function renamedOperand(operand: Operand, rename: (name: string) => string): Operand {
  switch (operand.kind) {
    case 'column':
      return { ...operand, name: rename(operand.name) };
    case 'minus':
    case 'call':
      return { ...operand, of: renamedOperand(operand.of, rename) };
    case 'arithmetic': {
      const [left, right] = [operand.left, operand.right].map((one) => renamedOperand(one, rename));
      return { ...operand, left: left!, right: right! };
    }
    default:
      return operand;
  }
}

function renamedTest(test: Test, rename: (name: string) => string): Test {
  const all = (operand: Operand) => renamedOperand(operand, rename);
  return test.kind === 'compare'
    ? { ...test, left: all(test.left), right: all(test.right) }
    : { ...test, of: all(test.of), values: test.values.map(all) };
}

/** The filter with its columns renamed. */
export function renamedFilter(filter: Filter, rename: (name: string) => string): Filter {
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
