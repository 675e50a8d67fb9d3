/** CSV texts: random pieces, damaged files, and odd arguments; a table has as many cells as its header says. */
import { parseCsv, toTable } from 'wasmetrics/data';
import { damagedText, joined, pick } from '../texts.js';
import { type Target, WrongResult } from '../target.js';
import { oddValue, shown } from '../values.js';

// prettier-ignore
const pieces = [
  'a', 'b', 'x y', '1', '2.5', '-3e4', '.', 'NA', 'inf', '1e999', '', ' ', '\n', '\r\n', '\r',
  ',', ',', ',', ';', '\t', '"', '""', '"a,b"', '"a\nb"', '\ufeff', '\0', 'é', '😀', '\ud800',
];

const files = [
  'a,b,c\n1,2,3\n4,5,6\n',
  'unit;time;"y ""z"""\n1;2000;1.5\n1;2001;NA\n2;2000;.\n',
  '\ufeffid\tname\r\n1\t"x\r\ny"\r\n2\tz\r\n\r\n',
  `x\n${'1\n'.repeat(200)}`,
];

export const csv: Target = {
  name: 'csv',
  prepare: () =>
    Promise.resolve((draw) => {
      const kind = draw(20);
      if (kind < 2) {
        const value = oddValue(draw);
        const read = kind === 0 ? parseCsv : toTable;
        return { input: `${read.name}(${shown(value)})`, run: () => read(value as never) };
      }
      if (kind === 2) {
        const columns = { a: oddValue(draw), b: [1, 2] };
        return { input: `toTable(${shown(columns)})`, run: () => toTable(columns as never) };
      }
      const text =
        kind < 11 ? joined(draw, pieces, 30) : damagedText(draw, pick(draw, files), pieces);
      return { input: `parseCsv(${JSON.stringify(text)})`, run: () => checkTable(text) };
    }),
};

function checkTable(text: string): void {
  const { nrows, columns } = parseCsv(text);
  for (const [name, { values }] of columns) {
    if (name === '' || values.length !== nrows) {
      throw new WrongResult(`column "${name}" has ${values.length} of ${nrows} cells`);
    }
  }
}
