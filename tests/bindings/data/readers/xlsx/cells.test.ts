import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isDateFormat } from '../../../../../bindings/data/readers/xlsx/styles.js';
import { codes, plain, read } from './support.js';

/** A workbook of one sheet, as the tags of its cells. */
function workbook(cells: string, { date1904 = '0', strings = '' } = {}): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const files = {
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '/xl/book.xml')}</Relationships>`,
    'xl/book.xml': `<x:workbook xmlns:x="m" xmlns:q="r"><x:workbookPr date1904="${date1904}"/><x:sheets><x:sheet name="S&amp;T" q:id="r9"/></x:sheets></x:workbook>`,
    'xl/_rels/book.xml.rels': `<Relationships>${relation('r9', 'worksheet', 'worksheets/a.xml')}${relation('r8', 'styles', '../xl/s.xml')}${relation('r7', 'sharedStrings', 't.xml')}</Relationships>`,
    'xl/s.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>',
    'xl/t.xml': `<sst>${strings}</sst>`,
    'xl/worksheets/a.xml': `<?xml version="1.0"?><worksheet><sheetData>${cells}</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
}

/** A column `a` of such cells. */
const column = (cells: string[], options?: Parameters<typeof workbook>[1]) =>
  read(
    workbook(
      `<row><c t="inlineStr"><is><t>a</t></is></c></row>${cells.map((cell) => `<row>${cell}</row>`).join('')}`,
      options,
    ),
  );

describe('cells', () => {
  test('without addresses follow each other', () => {
    const table = read(
      workbook(
        '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="4"><c r="B4"><v>2</v></c></row>',
      ),
    );
    expect(plain(table).columns).toEqual([
      { name: 'a', type: 'number', values: [null] },
      { name: 'b', type: 'number', values: [2] },
    ]);
  });

  test.each([
    ['1', '0', '1900-01-01'],
    ['59', '0', '1900-02-28'],
    ['61', '0', '1900-03-01'],
    ['43890', '0', '2020-02-29'],
    ['0', '1', '1904-01-01'],
    ['42428', '1', '2020-02-29'],
    ['2958465', '0', '9999-12-31'],
  ])('day %s of the system %s is %s', (serial, date1904, day) => {
    const table = column([`<c s="1"><v>${serial}</v></c>`], { date1904 });
    expect(plain(table).columns[0]).toMatchObject({ type: 'date', values: [day] });
  });

  test('the 29th of February 1900, which no calendar has, is text with a warning', () => {
    const table = column([
      '<c s="1"><v>60</v></c>',
      '<c s="1"><v>61</v></c>',
      '<c s="2"><v>62</v></c>',
    ]);
    expect(plain(table).columns[0]!.values).toEqual(['1900-02-29', '1900-03-01', '1900-03-02']);
    expect(codes(table)).toEqual(['mixed-column']);
  });

  test('a time is rounded to milliseconds, and makes the column one of times', () => {
    const table = column(['<c s="1"><v>43890.52425925926</v></c>', '<c s="2"><v>43890</v></c>']);
    expect(plain(table).columns[0]).toMatchObject({
      frequency: 'time',
      values: ['2020-02-29T12:34:56.000', '2020-02-29T00:00:00.000'],
    });
  });

  test('a duration is a number of days', () => {
    expect(plain(column(['<c s="3"><v>1.5</v></c>'])).columns[0]!.values).toEqual([1.5]);
  });

  test('an integer that a double rounds is text', () => {
    const table = column(['<c><v>9007199254740993</v></c>', '<c><v>1</v></c>']);
    expect(plain(table).columns[0]).toEqual({
      name: 'a',
      type: 'integer-text',
      values: ['9007199254740993', '1'],
    });
    expect(codes(table)).toEqual(['integers-as-text']);
  });

  test('rich text without reading aids, escapes and blanks', () => {
    const table = column(['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'], {
      strings:
        '<si><r><t>a&lt;</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>x</t></rPh></si><si><t>1_x000D_2_x005F_x0041_</t></si>',
    });
    expect(plain(table).columns[0]!.values).toEqual(['a< b', '1\r2_x0041_']);
  });

  test('words such as NA are missing among numbers, and are counted', () => {
    const word = (text: string) => `<c t="str"><v>${text}</v></c>`;
    const table = column([word('NA'), '<c><v>1</v></c>', word('..'), word('NA')]);
    expect(plain(table).columns[0]!.values).toEqual([null, 1, null, null]);
    expect(table.warnings).toMatchObject([
      {
        code: 'missing-codes',
        column: 'a',
        message: 'column "a" counts as missing: NA (2), .. (1); the first is in cell A2',
      },
    ]);
  });

  test('a word among numbers makes the column text, and its cell is named', () => {
    const table = column(['<c><v>1</v></c>', '<c t="str"><v>n.a.</v></c>', '<c><v>2.5</v></c>']);
    expect(plain(table).columns[0]).toEqual({
      name: 'a',
      type: 'text',
      values: ['1', 'n.a.', '2.5'],
    });
    expect(table.warnings?.[0]?.message).toBe(
      'column "a" is text: cell A3 has "n.a.", and most cells are numbers; it resembles the missing code NA, so add it to missing if it is one',
    );
  });

  test('a declared code is missing with its kind', () => {
    const bytes = workbook(
      '<row><c t="str"><v>a</v></c></row><row><c><v>9999</v></c></row><row><c><v>1</v></c></row>',
    );
    expect(plain(read(bytes, { missing: ['9999'] })).columns[0]).toEqual({
      name: 'a',
      type: 'number',
      values: [null, 1],
      missing: { 0: '9999' },
    });
  });

  test.each([
    ['<c t="s"><v>7</v></c>', 'cell A2 is damaged (type s, value 7)'],
    ['<c><v>x</v></c>', 'cell A2 is damaged (type n, value x)'],
    ['<c r="ZZZZ1"><v>1</v></c>', 'xl/worksheets/a.xml is damaged: it has a cell ZZZZ1'],
    ['<c><v>1</c>', 'xl/worksheets/a.xml is damaged'],
  ])('%s is refused', (cell, message) => {
    expect(() => column([cell])).toThrow(`a.xlsx: cannot be read as a workbook: ${message}`);
  });
});

test.each([
  ['yyyy-mm-dd', true],
  ['[$-409]d-mmm-yy;@', true],
  ['yyyy"年"m"月"', true],
  ['h:mm AM/PM', true],
  ['General', false],
  ['"day "0', false],
  ['[Red]0.0', false],
  ['0.00E+00', false],
  ['#,##0\\ "kr"', false],
  ['[h]:mm:ss', false],
  ['0\\d', false],
])('the format %s is one of dates: %s', (format, expected) => {
  expect(isDateFormat(format)).toBe(expected);
});
