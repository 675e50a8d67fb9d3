/** Changes made to the data before a model, in words. */
import { readable } from '../../../results/read.js';
import type { Built, BuiltColumn, MergedFile, ReshapedTable } from '../../../data/index.js';
import { count } from '../../../words/text/counts.js';

/** Labels and words, one for each step. */
export function builtFacts({ reshape, merge = [], columns = [] }: Built = {}): (readonly [
  label: string,
  words: string,
])[] {
  return [
    ...(reshape === undefined ? [] : [['reshaped', reshapeWords(reshape)] as const]),
    ...merge.map((file) => ['merged', mergeWords(file)] as const),
    ...columns.map((column) => ['built', columnWords(column)] as const),
  ];
}

/** A line for each step, such as `built lnx = log(x)`. */
export function builtWords(built: Built): string[] {
  return readable(() => builtFacts(built).map(([label, words]) => `${label} ${words}`));
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
}: ReshapedTable): string {
  const range = values.length > 1 ? `${values[0]} to ${values.at(-1)}` : (values[0] ?? 'none');
  const shown = columns.slice(0, 6).join(', ');
  const more = columns.length > 6 ? ` and ${columns.length - 6} more` : '';
  const gaps = absent === 0 ? '' : `; ${count(absent)} cells absent`;
  return `${to} by ${names} (${range}): ${shown}${more}; ${count(rowsBefore)} rows before, ${count(rowsAfter)} after${gaps}`;
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
}: MergedFile): string {
  const without = unmatched === 0 ? '' : `, ${count(unmatched)} without a match`;
  const rows = unused === 1 ? 'row' : 'rows';
  const left =
    unused === 0
      ? ''
      : `; ${count(unused)} ${rows} of the file unused: ${unusedKeys.join('; ')}${unused > unusedKeys.length ? ' ...' : ''}`;
  return `${file} on ${on.join(', ')}, ${kind}: ${columns.join(', ')}; ${count(matched)} rows matched${without}${left}`;
}

/** `lnx = log(x); 3 missing: 2 missing inputs, 1 log of 0 or a negative number`. */
function columnWords({ name, expression, replaced, missing, reasons }: BuiltColumn): string {
  const words = reasons.map(({ reason, cells }) => `${count(cells)} ${reason}`).join(', ');
  const old = replaced === true ? ' (replaced)' : '';
  return `${name} = ${expression}${old}${missing === 0 ? '' : `; ${count(missing)} missing: ${words}`}`;
}
