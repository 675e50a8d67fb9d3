/** Errors of types in filters and in expressions of new columns, in English. */
import type { FrequencyName } from '../../text/frequencies.js';
import type { NumberKeys } from '../../details/columns.js';
import { keysInWords } from '../../number-keys.js';
import { listed } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';
import { says, type Told } from '../../told.js';

export interface TypeProblem {
  readonly problem: Told;
}

export const whereType = says('where-type', ({ problem }: TypeProblem) => problem.text);
export const buildType = says('build-type', ({ problem }: TypeProblem) => problem.text);

/** What needs an operand of a type: an operator, a function, or the filter as a whole. */
export type Needing = { readonly operator: string } | { readonly function: string } | 'filter';

const needs = (by: Needing): string => {
  if (by === 'filter') return 'a filter must be';
  return 'operator' in by ? `"${by.operator}" needs` : `${by.function} needs`;
};

/** Kinds of values. */
export type ValueKind = 'number' | 'condition' | 'text';

const kinds: Readonly<Record<ValueKind, string>> = {
  number: 'a number',
  condition: 'a condition',
  text: 'text',
};

export const needsNumber = says(
  'type-problem/number',
  ({ by }: { readonly by: Needing }) => `${needs(by)} a number, found text`,
);
export const needsCondition = says(
  'type-problem/condition',
  ({ by, found, compares }: NeedsCondition) =>
    `${needs(by)} a condition, found ${kinds[found]}${compares ? '; compare it, as in x == 1' : ''}`,
);

export interface NeedsCondition {
  readonly by: Needing;
  readonly found: ValueKind;
  /** Whether the number may be meant to be compared. */
  readonly compares: boolean;
}

export const mixedResult = says(
  'type-problem/if',
  ({ yes, no }: { readonly yes: ValueKind; readonly no: ValueKind }) =>
    `if cannot return ${kinds[yes]} in some rows and ${kinds[no]} in others`,
);
export const matchesNeedsText = says(
  'type-problem/matches',
  ({ found }: { readonly found: ValueKind }) => `matches needs text, found ${kinds[found]}`,
);
export const matchesNeedsPattern = says(
  'type-problem/pattern',
  'matches needs a pattern in quotes, as in matches(name, "^A")',
);
export const matchesNeedsRegex = says(
  'type-problem/regex',
  'matches needs a regular expression of JavaScript, found another text',
);
export const cannotCompare = says(
  'type-problem/compare',
  ({ operator, left, right }: Compared) =>
    `"${operator}" cannot compare ${kinds[left]} with ${kinds[right]}`,
);

export interface Compared {
  readonly operator: string;
  readonly left: ValueKind;
  readonly right: ValueKind;
}

export interface UnknownLabel {
  readonly label: string;
  readonly known: readonly string[];
  readonly meant: Suggestion;
}

/** Most labels that a message lists. */
export const MOST_LABELS = 8;

export const unknownLabel = says('type-problem/label', ({ label, known, meant }: UnknownLabel) => {
  const some = listed(known.slice(0, MOST_LABELS).map((one) => JSON.stringify(one)));
  const more = known.length > MOST_LABELS ? ', …' : '';
  return `no value has the label ${JSON.stringify(label)}${suggested(meant)}; the labels are ${some}${more}`;
});

export const numberNeedsCodes = says(
  'type-problem/number-codes',
  () => 'number needs missing codes in quotes after the column, as in number(x, "n.a.")',
);

/** A text that `number` cannot read, and what would make it a number. */
export interface NotNumberText {
  readonly cell: string;
  readonly row: number;
  readonly keys: NumberKeys | undefined;
}

export const textIsNoNumber = says(
  'type-problem/number-text',
  ({ cell, row, keys }: NotNumberText) => {
    const hint =
      keys === undefined
        ? `; if it means a missing value, write number(x, ${JSON.stringify(cell)})`
        : `; set ${keysInWords(keys)} in data`;
    return `number cannot read ${JSON.stringify(cell)} in row ${row}${hint}`;
  },
);

export const needsDates = says(
  'type-problem/dates',
  ({ by, found }: { readonly by: string; readonly found: ValueKind }) => {
    const what =
      found === 'text'
        ? 'text; declare its type, as in types: {x: "date:dmy"}'
        : `${kinds[found]} without a date type`;
    return `${by} needs dates, found ${what}`;
  },
);

const finer = {
  year: 'year or less',
  quarter: 'quarter, month, day or time',
  month: 'month, day or time',
  day: 'day or time',
} as const;

/** A part of a date. */
export type DatePart = keyof typeof finer;

export const needsFinerDates = says(
  'type-problem/frequency',
  ({ by, frequency }: { readonly by: DatePart; readonly frequency: FrequencyName }) =>
    `${by} needs dates by ${finer[by]}, found dates by ${frequency}`,
);
