/** Data files as bytes: workbooks, gzip, and files of other programs. */
import { gzipSync, strToU8, zipSync } from 'fflate';
import { convertTable, readTable, type ReadOptions, toTable } from 'wasmetrics/data';
import { files, type Generator } from '../generator.js';
import { many } from './tables.js';

/** A workbook with this content of a sheet, and as many sheets that share it. */
function workbook(rows: string, { merged = '', sheets = 1, strings = '' } = {}): Uint8Array {
  const named = many(sheets, (i) => `<sheet name="s${i}" r:id="r1"/>`);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="r"><sheets>${named}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relation('r1', 'worksheet', 'sheet.xml')}${relation('r2', 'sharedStrings', 'strings.xml')}</Relationships>`,
    ),
    'xl/sheet.xml': strToU8(
      `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    ),
    'xl/strings.xml': strToU8(`<sst>${strings}</sst>`),
  });
}

const number = (address: string) => `<c r="${address}"><v>1</v></c>`;
const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const table = `<row r="1">${text('A1', 'y')}${text('B1', 'x')}</row><row r="2">${number('A2')}${number('B2')}</row>`;

/** `C` of column 2, from 0. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

const xlsx =
  (options: ReadOptions = {}) =>
  (bytes: Uint8Array) =>
    readTable(bytes, { format: 'xlsx', ...options });
const read = (bytes: Uint8Array) => readTable(bytes);

/** A gzip file whose header has a name of so many bytes. */
function longName(length: number): Uint8Array {
  const bytes = new Uint8Array(10 + length).fill(97, 10);
  bytes.set([0x1f, 0x8b, 8, 8]);
  return bytes;
}

/** So many members, each with a line. */
function members(count: number): Uint8Array {
  const one = gzipSync(strToU8('1,2\n'));
  const bytes = new Uint8Array(count * one.length);
  for (let i = 0; i < count; i++) bytes.set(one, i * one.length);
  return bytes;
}

/** A file of so many columns that the library writes. */
async function written(count: number, format: 'dta' | 'arrow' | 'parquet'): Promise<Uint8Array> {
  const columns = Array.from({ length: count }, (_, i) => [`x${i}`, [1, 2]] as const);
  return (await convertTable(toTable(Object.fromEntries(columns)), format)).bytes;
}

export const binaries: readonly Generator[] = [
  files(
    'xlsx: merged blocks',
    4000,
    (n) => workbook(table, { merged: '<mergeCell ref="A1:XFD9"/>'.repeat(n) }),
    xlsx({ fillMerged: true }),
  ),
  files(
    'xlsx: merged blocks that are not filled',
    20_000,
    (n) =>
      workbook(
        `<row r="1">${many(n / 4, (i) => number(`${letters(i)}1`))}</row><row r="2">${number('A2')}</row>`,
        { merged: '<mergeCell ref="A1:B2"/>'.repeat(n) },
      ),
    xlsx(),
  ),
  files(
    'xlsx: a cell for each row and column',
    6000,
    (n) => workbook(many(n, (i) => `<row r="${i + 1}">${number(`${letters(i)}${i + 1}`)}</row>`)),
    xlsx(),
  ),
  files('xlsx: sheets', 4000, (n) => workbook('<row/>'.repeat(n), { sheets: n }), xlsx()),
  files(
    'xlsx: rows without cells',
    100_000,
    (n) => workbook(`${table}${'<row/>'.repeat(n)}<row>${number('A9')}</row>`),
    xlsx(),
  ),
  files(
    'xlsx: errors of many names',
    4000,
    (n) =>
      workbook(
        `${table}${many(n, (i) => `<row r="${i + 3}"><c r="A${i + 3}" t="e"><v>#E${i}</v></c></row>`)}`,
      ),
    xlsx(),
  ),
  files(
    'xlsx: texts in texts',
    50_000,
    (n) => workbook(table, { strings: `<si>${'<t>a</t>'.repeat(n)}</si>` }),
    xlsx(),
  ),
  files('gzip: a name in the header', 8_000_000, longName, read),
  files('gzip: members', 4000, members, read),
  ...(['dta', 'arrow', 'parquet'] as const).map((format) =>
    files(`${format}: columns`, 2000, (n) => written(n, format), read),
  ),
];
