/** Changes made to the data before a model, in words. */
import { readable } from '../../../results/read.js';
import type {
  AppendedFile,
  Built,
  BuiltColumn,
  MergedFile,
  ReshapedTable,
} from '../../../data/index.js';
import { count } from '../../../words/text/counts.js';
import { known, list, type Phrase, plural, say, textOf } from '../../../words/phrase.js';

/** Labels and words, one for each step; `isFiltered` if a `where` took rows of the columns afterwards. */
export function builtFacts(
  { append = [], reshape, merge = [], columns = [] }: Built = {},
  isFiltered = false,
): (readonly [label: 'appended' | 'reshaped' | 'merged' | 'built', words: Phrase])[] {
  return [
    ...append.map((file) => ['appended', appendWords(file)] as const),
    ...(reshape === undefined ? [] : [['reshaped', reshapeWords(reshape)] as const]),
    ...merge.map((file) => ['merged', mergeWords(file)] as const),
    ...columns.map((column) => ['built', columnWords(column, isFiltered)] as const),
  ];
}

/** A line for each step, such as `built lnx = log(x)`. */
export function builtWords(built: Built): string[] {
  return readable(() => builtPhrases(built).map((one) => textOf(one)));
}

/** The same, to be said in a language. */
export function builtPhrases(built: Built): Phrase[] {
  return builtFacts(built).map(([label, words]) => say('{} {}@built', say(label), words));
}

/** `long by year (2018 to 2020): gdp; 3 rows before, 9 after`. */
function reshapeWords({
  to,
  names,
  values,
  columns,
  rowsBefore,
  rowsAfter,
  absent,
}: ReshapedTable): Phrase {
  const range =
    values.length > 1 ? say('{} to {}', values[0]!, values.at(-1)!) : (values[0] ?? say('none'));
  const shown = list(columns.slice(0, 6), ', @names');
  const more = columns.length > 6 ? say(' and {} more', columns.length - 6) : '';
  if (to === 'groups') {
    const left = absent === 0 ? '' : say('; {} in no group', plural(absent, 'row'));
    const rows = [count(rowsBefore), count(rowsAfter)] as const;
    return say('groups of {}: {}{}; {} rows before, {} after{}', names, shown, more, ...rows, left);
  }
  const gaps = absent === 0 ? '' : say('; {} cells absent', count(absent));
  return say(
    '{} by {} ({}): {}{}; {} rows before, {} after{}',
    say(to),
    names,
    range,
    shown,
    more,
    count(rowsBefore),
    count(rowsAfter),
    gaps,
  );
}

/** `wave2.csv; 140 rows before, 280 after`. */
function appendWords({ file, rowsBefore, rows }: AppendedFile): Phrase {
  return say('{}; {} rows before, {} after', file, count(rowsBefore), count(rowsBefore + rows));
}

/** `prices.csv on year, m:1: cpi; 140 rows matched, 2 without a match; 1 row of the file unused`. */
function mergeWords({
  file,
  on,
  kind,
  columns,
  matched,
  unmatched,
  unused,
  unusedKeys,
}: MergedFile): Phrase {
  const without = unmatched === 0 ? '' : say(', {} without a match', count(unmatched));
  const left =
    unused === 0
      ? ''
      : say(
          '; {} of the file unused: {}{}',
          plural(unused, 'row'),
          list(unusedKeys, '; '),
          unused > unusedKeys.length ? say(' ...') : '',
        );
  return say(
    '{} on {}, {}: {}; {} rows matched{}{}',
    file,
    list(on, ', @names'),
    String(kind),
    list(columns, ', @names'),
    count(matched),
    without,
    left,
  );
}

/** `lnx = log(x); 3 missing: 2 missing inputs, 1 log of 0 or a negative number`. */
function columnWords(
  { name, expression, told, replaced, fromAllRows, missing, reasons }: BuiltColumn,
  isFiltered: boolean,
): Phrase {
  const words = list(
    reasons.map(({ reason, cells }) => say('{} {}@cells', count(cells), known(reason))),
    ', ',
  );
  const old = replaced === true ? say(' (replaced)') : '';
  const rows = fromAllRows === true && isFiltered ? say(', from all rows, before where') : '';
  const what = told ?? expression;
  const tail = missing === 0 ? '' : say('; {} missing: {}', count(missing), words);
  // A column that a formula computes is named by its expression.
  if (what === name) return say('{}{}', say('{}{}', name, rows), tail);
  return say('{} = {}{}{}{}', name, what, old, rows, tail);
}
