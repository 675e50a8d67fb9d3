/** Claims in the notes that the numbers do not support. */
import { constantNames } from '../../constants.js';
import type { Check, Checks } from '../../check.js';
import { list, say } from '../../../../words/phrase.js';
import { absolute, minus, over, plus, positive, rising, squared } from '../../range.js';
import { type ColumnView, rounded, type RowView, type TableView } from '../../view.js';
import { inWords, short } from '../../words.js';

const tested =
  /test of (the )?difference|equality|chow|interact|permutation|fisher|suest|wald test|p-value (of|for) (the )?(difference|equality)|差异检验/i;
const differs =
  /\bdiffer(s|ent|ence)?\b|stronger|weaker|larger (effect|in)|only in|heterogene|更(强|弱|大|显著)|异质性/i;
const none =
  /no (significant |statistically significant )?(effect|impact|association)|does not (affect|matter)|not significant(ly)?|没有影响|无显著影响|不显著/i;
const detectable = /detectable|minimum effect|equivalence|smallest effect|power/i;

/**
 * A difference between groups needs a test of the difference, not two levels of significance (Gelman and Stern 2006).
 * Estimates that are far apart relative to the errors of separate groups also support it.
 */
export function differenceInWords(table: TableView): Checks {
  const { notes, columns } = table;
  if (!notes.split || !differs.test(notes.text)) return { checks: [], missing: 0 };
  const gap = gapOf(columns);
  const untested = say(
    'a difference between groups needs a test of the difference, and none is printed',
  );
  const check: Check = {
    ...placeOf(table, columns),
    involves: ['notes', 'stars'],
    printed: excerpt(notes.text, differs),
    worked: list([untested, ...(gap === undefined ? [] : [gap.words])], '; '),
    agrees: () =>
      gap?.isLarge === true ||
      tested.test(notes.text) ||
      columns.some(({ rows }) => rows.some(({ row }) => tested.test(row) || isInteraction(row))),
    severity: 'doubtful',
    reconciles: gap?.reconciles ?? [],
  };
  return { checks: [check], missing: 0 };
}

/** `x × high`, `x#high` and `x:high`. */
function isInteraction(row: string): boolean {
  return /\S\s*[×#:*]\s*\S|\S x \S/.test(row);
}

/** Two-sided critical value of the normal law at 5 %. */
const critical = 1.96;

/** The largest gap between groups for the first term whose stars differ between them; otherwise for the first term. */
function gapOf(columns: readonly ColumnView[]) {
  const [first, ...others] = columns.filter(({ rows }) => rows.length > 0);
  if (first === undefined || others.length === 0) return undefined;
  const pairs = first.rows
    .filter(({ row }) => !constantNames.has(row))
    .flatMap((row) =>
      others.flatMap((column) => {
        const other = column.rows.find((rowView) => rowView.row === row.row);
        const isPair = other?.number('coef') !== undefined && row.number('coef') !== undefined;
        return isPair ? [{ row, other, heads: [first.column, column.column] as const }] : [];
      }),
    );
  const stars = ({ texts }: RowView) => texts.stars ?? '';
  const pair = pairs.find(({ row, other }) => stars(row) !== stars(other)) ?? pairs[0];
  if (pair === undefined) return undefined;
  const { row, other, heads } = pair;
  const [b, c] = [row.number('coef')!, other.number('coef')!];
  const gap = absolute(minus(rounded(b)('nearest'), rounded(c)('nearest')));
  const shown = (rowView: RowView) => `${rowView.texts.coef!}${stars(rowView)}`;
  const start = say(
    '{} is {} in {} and {} in {}, a difference of {}',
    row.row,
    shown(row),
    heads[0],
    shown(other),
    heads[1],
    inWords(gap),
  );
  const [s, u] = [row.number('se'), other.number('se')];
  if (s === undefined || u === undefined) {
    const most = short(gap.high / critical);
    return {
      words: say('{} whose standard error is not printed', start),
      isLarge: false,
      reconciles: [say('a standard error of the difference of at most {}', most)],
    };
  }
  const squares = plus(squared(rounded(s)('nearest')), squared(rounded(u)('nearest')));
  const z = over(gap, rising(positive(squares), Math.sqrt));
  return {
    words: say('{}, which is {} standard errors of separate groups', start, inWords(z)),
    isLarge: z.low > critical,
    reconciles: [],
  };
}

/** A claim of no effect needs the effect size that the sample could detect. */
export function nullInWords(table: TableView): Checks {
  const { notes, columns } = table;
  if (!none.test(notes.text)) return { checks: [], missing: 0 };
  const check: Check = {
    ...placeOf(table, columns),
    involves: ['notes'],
    printed: excerpt(notes.text, none),
    worked: say(
      'no effect needs an interval inside a stated band or a detectable size, and none is printed',
    ),
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
