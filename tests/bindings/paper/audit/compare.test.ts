/** Printed tables next to tables of this program: what is equal, what differs, and what has no counterpart. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { auditTable, comparePrinted, printedTablesOf, readPrintedTables } from 'wasmetrics/audit';
import { parseCsv } from 'wasmetrics/data';
import { type PaperTable, regressionTable, renderTable } from 'wasmetrics/report';

const file = new URL('../../../../examples/abdata.csv', import.meta.url);
let table: PaperTable;

beforeAll(async () => {
  const data = parseCsv(readFileSync(file, 'utf8'));
  const formulas = ['n ~ w', 'n ~ w + k'];
  const fits = [];
  for (const formula of formulas) fits.push(await fitModel(data, { estimator: 'ols', formula }));
  table = regressionTable(fits, { title: 'Employment', below: ['stdError', 'interval'] });
});

const formats = ['markdown', 'latex', 'html', 'docx', 'csv'] as const;

test.each(formats)('our own table in %s equals the table it was made from', async (format) => {
  const printed = readPrintedTables(await renderTable(table, format), 'Table 4');
  const { compared, unmatched, differs } = comparePrinted(printed, { T4: table });
  expect({ unmatched, differs }).toEqual({ unmatched: [], differs: 0 });
  expect(compared.length).toBe(printedNumbers(table));
});

/** Numbers and stars of a table. An interval has two numbers, an estimate its stars besides. */
function printedNumbers({ body }: PaperTable): number {
  const counts = body.flatMap(({ cells }) =>
    cells.map(({ text, values, stars }) => {
      if (text === '') return 0;
      return (
        (values === undefined ? 1 : Object.keys(values).length) + (stars === undefined ? 0 : 1)
      );
    }),
  );
  return counts.reduce((sum, one) => sum + one, 0);
}

test('the audit of our own tables finds nothing', async () => {
  const { findings, checked } = await auditTable(printedTablesOf({ T4: table }));
  expect(findings).toEqual([]);
  expect(checked).toBeGreaterThan(10);
});

const printed = (rows: string, title = 'Table 4. Employment') =>
  readPrintedTables(`${title}\n\n| | (1) | (2) |\n|---|---|---|\n${rows}\n`, 'paper.md');

test('a changed digit differs, in units of the last digit', () => {
  const estimate = table.body[0]!.cells[0]!.value!;
  const wrong = (estimate + 0.003).toFixed(3);
  const { compared, differs } = comparePrinted(printed(`| w | ${wrong} | |`), { T4: table });
  expect(differs).toBe(1);
  expect(compared[0]).toMatchObject({ field: 'coef', recomputed: estimate, verdict: 'differs' });
  expect(compared[0]!.units).toBeGreaterThan(2.4);
  expect(compared[0]!.units).toBeLessThan(3.6);
});

test('a number that was cut is equal, and marked', () => {
  const estimate = table.body[0]!.cells[0]!.value!;
  const [nearest, other] = [4, 3, 2].map((decimals) => {
    const unit = 10 ** -decimals;
    const rounded = Number(estimate.toFixed(decimals));
    return (rounded > estimate ? rounded - unit : rounded + unit).toFixed(decimals);
  });
  for (const text of [nearest, other]) {
    const { compared } = comparePrinted(printed(`| w | ${text!} | |`), { T4: table });
    expect(compared[0]).toMatchObject({ verdict: 'equal', cut: true });
  }
});

test('what has no counterpart is named with the reason', () => {
  const reasons = (rows: string, title?: string) =>
    comparePrinted(printed(rows, title), { T4: table }).unmatched.map(({ reason }) => reason);
  expect(reasons('| w | 0.1 | |', 'Table 9. Prices')).toEqual([
    'no table of T4 has its name, title or number',
  ]);
  expect(reasons('| wage | 0.1 | |')).toEqual(['table T4, column 1 has no row wage']);
});

test('terms are found by their names where the printed table has no labels', () => {
  const labelled = { ...table, body: table.body.map((row) => ({ ...row, label: 'A label' })) };
  const { compared } = comparePrinted(printed('| w | 0.1 | |'), { T4: labelled });
  expect(compared).toMatchObject([{ row: 'w', of: { table: 'T4', column: 1 } }]);
});
