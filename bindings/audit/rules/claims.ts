/** Words below a table that its numbers do not carry. */
import type { Check, Checks } from '../check.js';
import type { ColumnView, TableView } from '../view.js';

const tested =
  /test of (the )?difference|equality|chow|interact|permutation|fisher|suest|wald test|p-value (of|for) (the )?(difference|equality)|差异检验/i;
const differs =
  /\bdiffer(s|ent|ence)?\b|stronger|weaker|larger (effect|in)|only in|heterogene|更(强|弱|大|显著)|异质性/i;
const none =
  /no (significant |statistically significant )?(effect|impact|association)|does not (affect|matter)|not significant(ly)?|没有影响|无显著影响|不显著/i;
const detectable = /detectable|minimum effect|equivalence|smallest effect|power/i;

/** That groups differ rests on a test of the difference, not on two levels of significance (Gelman and Stern 2006). */
export function differenceInWords(table: TableView): Checks {
  const { notes, columns } = table;
  if (!notes.split || !differs.test(notes.text)) return { checks: [], missing: 0 };
  const check: Check = {
    ...placeOf(table, columns),
    involves: ['notes', 'stars'],
    printed: excerpt(notes.text, differs),
    worked: 'a difference between groups needs a test of the difference, and none is printed',
    agrees: () =>
      tested.test(notes.text) ||
      columns.some(({ rows }) => rows.some(({ row }) => tested.test(row))),
    severity: 'doubtful',
  };
  return { checks: [check], missing: 0 };
}

/** That there is no effect needs the size that the sample could detect. */
export function nullInWords(table: TableView): Checks {
  const { notes, columns } = table;
  if (!none.test(notes.text)) return { checks: [], missing: 0 };
  const check: Check = {
    ...placeOf(table, columns),
    involves: ['notes'],
    printed: excerpt(notes.text, none),
    worked:
      'no effect needs an interval inside a stated band or a detectable size, and none is printed',
    agrees: () => detectable.test(notes.text),
    severity: 'doubtful',
  };
  return { checks: [check], missing: 0 };
}

function placeOf({ table }: TableView, columns: readonly ColumnView[]) {
  return {
    place: { table, column: columns[0]?.column ?? '' },
    subject: { stat: 'notes' },
  };
}

function excerpt(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[0] ?? '';
}
