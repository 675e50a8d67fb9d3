/** Details of warnings about data, as readers and steps make them. */
import type { CellWarnings } from '../../../../bindings/words/details/cells.js';
import type { ColumnWarnings } from '../../../../bindings/words/details/columns.js';
import type { DescriptionWarnings } from '../../../../bindings/words/details/descriptions.js';
import type { FileWarnings } from '../../../../bindings/words/details/files.js';
import type { FormulaWarnings } from '../../../../bindings/words/details/formulas.js';
import type { SheetWarnings, TotalWarnings } from '../../../../bindings/words/details/sheets.js';
import type { StepWarnings } from '../../../../bindings/words/details/steps.js';
import type { TableWarnings } from '../../../../bindings/words/details/tables.js';
import type { Samples } from './samples-type.js';

const cell = { column: 'gdp', cell: '12,5', row: 4 };

export const columns: Samples<ColumnWarnings & CellWarnings> = {
  'numbers-as-text': [
    { columns: ['profit'], keys: { thousands: ',', marks: true }, negative: true },
    { columns: ['gdp'], keys: { decimal: '.' } },
    { columns: ['gdp', 'pop'], keys: { thousands: ',', percent: true, missing: ['n.a.'] } },
  ],
  'missing-codes': [
    { text: '..', columns: [{ column: 'gdp', cells: 3 }] },
    {
      text: 'NA',
      columns: [
        { column: 'gdp', cells: 1 },
        { column: 'pop', cells: 2 },
      ],
    },
    { column: 'gdp', texts: [{ text: 'NA', cells: 2 }], first: 'B3' },
  ],
  'cell-errors': [{ column: 'gdp', texts: [{ text: '#N/A', cells: 2 }], first: 'B3' }],
  'integers-as-text': [{ ...cell, cell: '110101199003070011' }],
  'number-out-of-range': [{ ...cell, cell: '1e400' }],
  'rounded-integers': [{ ...cell, cell: '9007199254740993', value: 9007199254740992 }],
  'leading-zeros': [{ column: 'code', first: '007', second: '7' }],
  'repeated-number': [
    { column: 'id', first: '1.0', second: '1' },
    { column: 'id', first: '3.1', second: '3.10', file: 'prices.csv' },
  ],
  'not-a-number': [
    { ...cell, others: 2, cells: 9 },
    { ...cell, cell: 'n/a ', others: 2, cells: 9, hint: { kind: 'missing', code: 'n/a' } },
    { ...cell, cell: '12%', others: 2, cells: 9, hint: { kind: 'percent' } },
    {
      ...cell,
      cell: '1,234',
      others: 2,
      cells: 9,
      hint: { kind: 'comma', decimal: '1.234', thousands: '1234' },
    },
    { column: 'gdp', place: 5, shown: '"n.a"', most: 'number', resembles: 'n.a.' },
  ],
  'mixed-column': [{ column: 'gdp', place: 'C7', shown: '2020-01-31', most: 'text' }],
  'mixed-decimal-signs': [
    { ...cell, cell: '1.234', other: { column: 'pop', cell: '3,5', row: 2 } },
  ],
  'decimal-comma': [cell],
  'spaces-in-text': [{ column: 'region', first: 'East', second: 'East ' }],
  'look-alike-texts': [
    { column: 'region', texts: ['é', 'é'], points: [['U+00E9'], ['U+0065', 'U+0301']] },
  ],
  'look-alike-names': [{ texts: ['ab', 'a\u200Bb'], points: [[], ['U+200B']] }],
  'replacement-character': [
    { column: 'region' },
    { column: 'region', cells: { count: 2, first: '\uFFFD', row: 3 } },
  ],
};

export const tables: Samples<TableWarnings & FileWarnings> = {
  'duplicate-names': [{ renamed: [{ name: 'x_2', column: 3 }] }],
  'blank-names': [
    { column: 1, name: 'column1' },
    { column: 4, name: 'column4' },
  ],
  'title-line': [
    { row: 1, title: '各省产值', names: 3 },
    { row: 1, names: [1, 2] },
  ],
  'trailing-delimiters': [{ columns: 1 }, { columns: 2 }, { rows: 4, first: 7 }],
  'lines-above': [{ row: 1, title: 'Data Source World Development Indicators', header: 5 }],
  'blanks-separate': [{ row: 1 }],
  'doubtful-encoding': [
    { file: 'a.csv', encoding: 'gb18030' },
    { file: 'a.dta', encoding: 'windows-1252', usual: true },
  ],
  'column-left-out': [{ column: 'parts' }, { column: 'parts', type: 'STRUCT' }],
};

export const sheets: Samples<SheetWarnings> = {
  'other-sheets': [
    {
      file: 'a.xlsx',
      sheet: 'data',
      first: 'notes',
      others: [{ name: 'notes', hidden: false }],
    },
    {
      file: 'a.xlsx',
      sheet: 'data',
      others: [
        { name: 'notes', hidden: false },
        { name: 'old', hidden: true },
      ],
    },
  ],
  'title-rows': [{ row: 1, title: '分地区年末人口', header: 2 }],
  'heading-rows': [
    {
      rows: [
        { row: 2, role: 'names' },
        { row: 3, role: 'labels' },
        { row: 4, role: 'units' },
      ],
    },
    {
      rows: [
        { row: 1, role: 'groups' },
        { row: 2, role: 'names' },
      ],
    },
  ],
  'note-rows': [
    { first: 34, last: 34, text: '注：2020年为初步数' },
    { first: 34, last: 36, text: 'Source: statistical office' },
  ],
  'empty-rows': [{ rows: 3, first: 12 }],
  'merged-cells': [{ blocks: 2, first: 'A3' }],
  'uncomputed-formulas': [{ cells: 5, first: 'C2' }],
  'hidden-cells': [
    { rows: { count: 3, first: 7 } },
    { rows: { count: 3, first: 7 }, columns: { count: 2, first: 'D' } },
  ],
};

export const totals: Samples<TotalWarnings> = {
  'total-rows': [
    { column: 'region', texts: ['Total'], rows: [34], where: 'region != "Total"' },
    {
      column: '地区',
      texts: ['全国', '合计'],
      rows: [3, 35, 36, 68, 69, 101, 102, 134],
      where: '!in(地区, "全国", "合计")',
    },
  ],
};

export const formulas: Samples<FormulaWarnings> = {
  'operator-like-name': [
    { name: 'L.x', operator: 'lag(x)' },
    { name: 'x:z', from: ['x', 'z'] },
  ],
  'overlapping-samples': [{ overlaps: [{ samples: ['early', 'late'], rows: 140 }] }],
  'period-numbers': [
    { column: 'month', unit: 'months', before: 201912, after: 202001, type: 'date:ym' },
  ],
};

export const steps: Samples<StepWarnings> = {
  'undefined-cells': [
    { column: 'lgdp', cells: 1, cause: 'log', row: 4 },
    { column: 'ratio', cells: 2, cause: 'division', row: 5 },
  ],
  'appended-columns': [
    { file: 'wave2.csv', absentInFile: ['cpi'], absentInData: ['wage', 'hours'] },
    { file: 'wave2.csv', absentInFile: [], absentInData: ['wage'] },
  ],
  'unmatched-rows': [
    {
      file: 'prices.csv',
      unmatched: 2,
      rows: 60,
      columns: ['cpi'],
      keys: ['id 07, year 2001'],
      alike: ['id 07', 'id 7'],
    },
  ],
  'different-labels': [
    { file: 'prices.csv', column: 'region', code: '1', here: 'east', there: 'west' },
  ],
  'reshape-leading-zeros': [
    { path: 'reshape.long.columns.m', key: 'month', column: 'm01', number: 1 },
  ],
  'reshape-other-columns': [
    { path: 'reshape.long.columns.m', key: 'month', columns: ['m2.5'] },
    { path: 'reshape.long.columns.m', key: 'month', columns: ['m2.5', 'm3.5'] },
  ],
};

export const descriptions: Samples<DescriptionWarnings> = {
  'no-mean': [{ columns: ['region'] }, { columns: ['region', 'sector'] }],
  'rows-without-group': [{ column: 'region', without: 3, rows: 60 }],
  'rows-without-key': [
    { keys: ['id'], without: 1, rows: 60, first: 12 },
    { keys: ['id', 'year'], without: 3, rows: 60, first: 12 },
  ],
  'irregular-times': [{ column: 'year', times: 7 }],
};
