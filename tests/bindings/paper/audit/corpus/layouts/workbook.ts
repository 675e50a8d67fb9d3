/** Workbooks: cells with texts, or with numbers and the formats that show them. */
import { strToU8, zipSync } from 'fflate';
import { lines } from '../printed.js';
import type { Draw } from '../numbers/draw.js';
import { safe } from './html.js';
import { type Layout, numbered, type Sheet } from './layout.js';

const words = {
  n: 'Observations',
  r2: 'R-squared',
  adjR2: 'Adjusted R-squared',
  rmse: 'Root MSE',
  clusters: 'Number of clusters',
  units: 'Number of firms',
  firstF: 'First-stage F',
  ll: 'Log likelihood',
  aic: 'AIC',
  bic: 'BIC',
  pseudoR2: 'Pseudo R-squared',
  bandwidth: 'Bandwidth',
  order: 'Order',
  jP: 'Hansen p-value',
};

type Rows = readonly (readonly string[])[];

/** A number in a cell, and what stands around it. */
interface Shown {
  readonly value: number;
  readonly before: string;
  readonly decimals: number;
  readonly after: string;
}

/** What a cell holds that shows as the text: more digits than it shows. */
function shownBy(text: string, draw: Draw): Shown | undefined {
  const [, before, digits, after] = /^([([]?)(-?\d+\.\d+)([)\]]?[*+]*)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const decimals = digits.length - digits.indexOf('.') - 1;
  const value = Number(digits) + (draw.uniform() - 0.5) * 0.8 * 10 ** -decimals;
  if (value.toFixed(decimals) !== digits) return undefined;
  return { value, before: before!, decimals, after: after! };
}

const address = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;

function workbookOf(rows: Rows, merged: readonly string[], draw?: Draw): Uint8Array {
  const formats = ['General'];
  const cellOf = (text: string, row: number, column: number): string => {
    const place = address(row, column);
    const shown = draw === undefined ? undefined : shownBy(text, draw);
    if (shown === undefined) {
      return text === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${safe(text)}</t></is></c>`;
    }
    const quoted = (around: string) => (around === '' ? '' : `"${around}"`);
    const { value, before, decimals, after } = shown;
    const format = `${quoted(before)}0.${'0'.repeat(decimals)}${quoted(after)}`;
    if (!formats.includes(format)) formats.push(format);
    return `<c r="${place}" s="${formats.indexOf(format)}"><v>${value}</v></c>`;
  };
  const data = rows.map((row, i) => {
    const cells = row.map((text, j) => cellOf(text, i, j)).join('');
    return cells === '' ? '' : `<row r="${i + 1}">${cells}</row>`;
  });
  const spans = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships ${parts}><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${relation}"><sheets><sheet name="Table 2" sheetId="1" r:id="a"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships ${parts}><Relationship Id="a" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet ${main}><numFmts>${formats.map((format, i) => `<numFmt numFmtId="${170 + i}" formatCode="${safe(format).replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, i) => `<xf numFmtId="${170 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet ${main}><sheetData>${data.join('')}</sheetData>${spans === '' ? '' : `<mergeCells>${spans}</mergeCells>`}</worksheet>`,
    ),
  });
}

function rowsOf({ table, notes }: Sheet): Rows {
  return [
    [table.study.title],
    ['', ...numbered(table)],
    ['', ...table.outcomes],
    ...lines(table, ({ coef, stars }) => coef + stars),
    ...table.words,
    ...table.stats,
    ...notes.map((note) => [note]),
  ];
}

/** Numbers with more digits than they show; brackets and stars belong to their formats. */
const numbers: Layout = {
  name: 'Excel, numbers with formats',
  vocabulary: words,
  limits: { decimals: ['.'] },
  render: (sheet) => workbookOf(rowsOf(sheet), [], sheet.draw),
};

/** Texts, with a heading over the columns, and blank rows before statistics and notes. */
export const texts: Layout = {
  name: 'Excel, texts',
  vocabulary: words,
  render: ({ table, notes }) => {
    const rows = [
      ['', 'Dependent variable'],
      ['', ...table.heads.map((head, i) => `(${i + 1}) ${head}`)],
      ...lines(table, ({ coef, stars }) => coef + stars),
      [],
      ...table.words,
      ...table.stats,
      [],
      [notes.join('. ')],
    ];
    return workbookOf(rows, [`B1:${address(0, table.heads.length)}`]);
  },
};

/** OpenDocument, as LibreOffice writes it: values, and the texts that it shows. */
const openDocument: Layout = {
  name: 'OpenDocument spreadsheet',
  vocabulary: words,
  limits: { decimals: ['.'] },
  render: (sheet) => {
    const cell = (text: string) => {
      const shown = shownBy(text, sheet.draw);
      const type =
        shown === undefined
          ? 'office:value-type="string"'
          : `office:value-type="float" office:value="${shown.value}"`;
      return text === ''
        ? '<table:table-cell/>'
        : `<table:table-cell ${type}><text:p>${safe(text)}</text:p></table:table-cell>`;
    };
    const rows = rowsOf(sheet).map(
      (row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`,
    );
    return zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(
        `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Table 2">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    });
  },
};

export const workbookLayouts: readonly Layout[] = [numbers, openDocument];
