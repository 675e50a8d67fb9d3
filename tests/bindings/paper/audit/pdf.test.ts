/** Tables in PDF files give the findings of their sources. */
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { ols } from 'wasmetrics';
import { type AuditTable, auditTable, readPrintedPdf, readPrintedTables } from 'wasmetrics/audit';
import { parseCsv } from 'wasmetrics/data';
import { regressionTable, renderTable } from 'wasmetrics/report';
import { every } from '../../../every.js';

const golden = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../golden/pdf/${name}`, import.meta.url)));

/** Coefficients, errors and stars, by column. */
async function numbersOf(bytes: Uint8Array) {
  const [table] = await readPrintedPdf(bytes, 'T');
  return table!.columns.map(({ rows, stats }) => [
    ...rows.map(({ row, printed: { coef, se, stars = '' } }) => [row, coef, se, stars].join(' ')),
    `n ${stats['n']!}`,
  ]);
}

/** Rows and statistics with the minus of a keyboard. */
const shown = (tables: readonly AuditTable[]) =>
  JSON.stringify(
    tables.map(({ columns }) => columns.map(({ rows, stats }) => [rows, stats])),
  ).replaceAll('\u2212', '-');

const expected = [
  ['Schooling 0.412 0.051 ***', 'Constant 1.204 0.210 ***', 'n 420'],
  ['Schooling 0.398 0.052 ***', 'Experience 0.021 0.012 ', 'Constant 1.101 0.213 ***', 'n 420'],
  ['Schooling 0.371 0.060 ***', 'Experience 0.019 0.013 ***', 'Constant 1.090 0.220 ***', 'n 420'],
];

test('pages of two columns, turned pages and labels between two rows, by pdflatex', async () => {
  const files = ['two-columns.pdf', 'sideways.pdf', 'labels-between-rows.pdf'];
  await every(files, String, async (file) => {
    expect(await numbersOf(golden(file))).toEqual(expected);
    const { findings, undecided } = await auditTable(await readPrintedPdf(golden(file)));
    expect(findings).toMatchObject([{ row: 'Experience', rule: 'stars', severity: 'impossible' }]);
    expect(undecided).toMatchObject([{ row: 'Experience', column: '2' }]);
  });
});

test('a table from Word by LibreOffice, and one set by Typst', async () => {
  const data = parseCsv(
    readFileSync(new URL('../../../../examples/abdata.csv', import.meta.url), 'utf8'),
  );
  const table = regressionTable([await ols(data, 'n ~ w + k')], {
    notes: ['auto', 'It has an effect (t(28) = 2.20, p = .2).'],
  });
  const pdf = await renderTable(table, 'pdf');
  const read = await readPrintedPdf(pdf, 'T');
  const latex = readPrintedTables(await renderTable(table, 'latex'), 'T');
  expect(shown(read)).toEqual(shown(latex));
  const { checked, findings } = await auditTable(await readPrintedPdf(golden('word.pdf')));
  expect([checked, findings]).toEqual([30, []]);
});

test('what cannot be read is refused, with the way out', async () => {
  const text = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>`;
  await expect(readPrintedPdf(new TextEncoder().encode(text), 'scan.pdf')).rejects.toThrow(
    'scan.pdf: expected a PDF with text, found only pictures of pages; add a text layer by OCR',
  );
  const damaged = golden('word.pdf').slice(0, 300);
  await expect(readPrintedPdf(damaged, 'cut.pdf')).rejects.toMatchObject({ code: 'bad-value' });
  expect(() => readPrintedTables(golden('word.pdf'), 'w.pdf')).toThrow(
    'w.pdf: expected text, a Word document or a workbook, found PDF; read it by await readPrintedPdf(contents)',
  );
});

test('without the package the command that installs it is named', async () => {
  vi.resetModules();
  vi.doMock('unpdf', () => {
    throw Object.assign(new Error('missing'), { code: 'ERR_MODULE_NOT_FOUND' });
  });
  const { readPrintedPdf: read } =
    await import('../../../../bindings/paper/audit/read/printed-tables.js');
  await expect(read(golden('word.pdf'))).rejects.toMatchObject({ code: 'missing-package' });
  vi.doUnmock('unpdf');
  vi.resetModules();
});
