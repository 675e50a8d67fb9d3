/** Tables to check, in the layouts that programs print. */
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { type Generator, texts } from '../generator.js';
import { many } from './tables.js';

async function check(text: string): Promise<void> {
  for (const table of readPrintedTables(text)) await auditTable(table);
}

const note = 'Standard errors in parentheses. * p < 0.05';

const rows = (n: number, write: (i: number) => string) => many(n, write, '\n');
const html = (n: number, row: (i: number) => string) =>
  `<table><tr><th></th><th>(1)</th></tr>${many(n, row)}</table><p>${note}</p>`;
const latex = (body: string) => `\\begin{tabular}{lcc}\n${body}\n\\end{tabular}\n${note}`;

export const printed: readonly Generator[] = [
  texts(
    'table in csv: rows',
    1500,
    (n) => `,(1)\n${rows(n, (i) => `x${i},0.5\n,(0.1)`)}\nN,100\n"${note}"`,
    check,
  ),
  texts(
    'table in csv: columns',
    150,
    (n) =>
      `,${many(n, (i) => `(${i})`, ',')}\nx,${many(n, () => '0.5', ',')}\n,${many(n, () => '(0.1)', ',')}\n${note}`,
    check,
  ),
  texts('table in csv: commas', 40_000, (n) => `${','.repeat(n)}\nx,0.5\n,(0.1)`, check),
  texts(
    'table in csv: a long cell',
    100_000,
    (n) => `,(1)\nx,0.5\n,(0.1)\n"${'p < '.repeat(n / 4)}",`,
    check,
  ),
  texts(
    'table in markdown: rows',
    1500,
    (n) => `| | (1) |\n|---|---|\n${rows(n, (i) => `| x${i} | 0.5 |\n| | (0.1) |`)}\n\n${note}`,
    check,
  ),
  texts('table in markdown: dashes', 60_000, (n) => `| a |\n|${'-'.repeat(n)}x\n`, check),
  texts(
    'table in markdown: tables',
    300,
    (n) => many(n, () => '| | (1) |\n|---|---|\n| x | 0.5 |\n| | (0.1) |\n\n'),
    check,
  ),
  texts(
    'table in html: rows',
    1500,
    (n) => html(n, (i) => `<tr><td>x${i}<td>0.5</tr><tr><td><td>(0.1)</tr>`),
    check,
  ),
  texts(
    'table in html: spans',
    1000,
    (n) => html(n, () => '<tr><td colspan=1000 rowspan=1000>x</td></tr>'),
    check,
  ),
  texts('table in html: tags in tags', 60_000, (n) => `<table>${'<b>'.repeat(n)}`, check),
  texts(
    'table in latex: rows',
    1500,
    (n) => latex(rows(n, (i) => `x${i} & 0.5 \\\\ & (0.1) \\\\`)),
    check,
  ),
  texts(
    'table in latex: brackets',
    60_000,
    (n) => latex(`x & 0.5 \\\\ & (0.1) \\\\ \\cite[${'['.repeat(n)}`),
    check,
  ),
  texts(
    'table in latex: commands',
    60_000,
    (n) => latex(`x & 0.5 \\\\ & (0.1) \\\\ ${'\\cite['.repeat(n / 6)}`),
    check,
  ),
  texts(
    'table in latex: spans',
    1000,
    (n) => latex(many(n, () => '\\multicolumn{1000}{c}{x} \\\\')),
    check,
  ),
  texts(
    'table in latex: environments',
    200,
    (n) => many(n, () => latex('x & 0.5 \\\\ & (0.1) \\\\')),
    check,
  ),
  texts(
    'table in text: rows',
    1500,
    (n) =>
      `            (1)\n------------\n${rows(n, (i) => `x${i}        0.5\n          (0.1)`)}\n------------\n${note}`,
    check,
  ),
  texts(
    'table in text: blanks',
    60_000,
    (n) => `x        0.5${' '.repeat(n)}\n          (0.1)\nz        0.7`,
    check,
  ),
  texts(
    'table in long form: rows',
    3000,
    (n) => `table,column,row,coef,se\n${rows(n, (i) => `T1,${i % 10},x${i},0.5,0.1`)}`,
    check,
  ),
];
