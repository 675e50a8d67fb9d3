/** Warnings of results as warnings of a table; those that differ in their columns or numbers only are one. */
import { omit } from '../../../core/values/omit.js';
import type { Warning } from '../../../results/common.js';
import { count } from '../../../words/text/counts.js';
import { labelledWarning } from '../labelled-details.js';
import { termLabel } from './parts/terms.js';
import type { Settings } from './settings.js';
import { shown } from './shown.js';
import type { PaperTableWarning } from './table.js';

/** A warning as a note, with what it says of other columns, and a full stop. */
function warningSentence(
  warning: Warning,
  settings: Settings,
  others: readonly string[] = [],
): string {
  const { labels, words } = settings;
  const hasLabels = Object.keys(labels).length > 0;
  const named = hasLabels ? labelledWarning(warning, (name) => termLabel(name, settings)) : warning;
  const message = [words.warned(named), ...others].join(words.semicolon);
  return /[.。]$/.test(message) ? message : message + words.end;
}

/** A warning of some columns. */
export interface TaggedWarning {
  readonly warning: Warning;
  readonly columns: readonly string[];
}

/** A warning of one of several parts of a result, such as a group, as one of a column. */
export function ofItsSubject(warning: Warning): TaggedWarning {
  const { of, detail } = warning;
  if (of === undefined || detail === undefined) return { warning, columns: [] };
  const alone = omit(warning, 'of') as Warning;
  return { warning: labelledWarning(alone, (name) => name), columns: [of] };
}

/**
 * One warning for those that differ in their columns and numbers only. It says the numbers of the first column in its
 * sentence, and after it those of the others: `only 12 units of id …; with 8 in (3).`
 */
export function joinedWarnings(
  warnings: readonly TaggedWarning[],
  settings: Settings,
): PaperTableWarning[] {
  const { words } = settings;
  return groupsBy(warnings, ({ warning }) => told(warning, true)).map((alike) => {
    const [first, ...others] = groupsBy(alike, ({ warning }) => told(warning, false));
    const { warning } = first![0]!;
    const usual = numbersOf(warning);
    const more = others.map((same) => {
      const numbers = numbersOf(same[0]!.warning).filter((number, i) => number !== usual[i]);
      return words.numbersIn(columnsOf(same, settings), numbers.map(numberText).join(words.comma));
    });
    const columns = columnsOf(alike, settings);
    return {
      code: warning.code,
      ...(columns !== '' && { columns }),
      message: warningSentence(warning, settings, more),
    };
  });
}

const columnsOf = (warnings: readonly TaggedWarning[], { words }: Settings) =>
  [...new Set(warnings.flatMap(({ columns }) => columns))].join(words.comma);

/** What a warning says, as a text to compare; results of earlier versions have a message only. */
function told({ code, of, detail, message }: Warning, anyNumbers: boolean): string {
  const said = detail === undefined ? message : { of, detail };
  return JSON.stringify([code, said], (_, part: unknown) =>
    anyNumbers && typeof part === 'number' ? 0 : part,
  );
}

/** The numbers in the detail of a warning, in order. */
function numbersOf({ detail }: Warning): number[] {
  const numbers: number[] = [];
  JSON.stringify(detail, (_, part: unknown) => {
    if (typeof part === 'number') numbers.push(part);
    return part;
  });
  return numbers;
}

const numberText = (value: number) =>
  Number.isInteger(value) ? count(value) : shown(value, { significant: 3 });

/** The items with the same key, by the first of each. */
export function groupsBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
