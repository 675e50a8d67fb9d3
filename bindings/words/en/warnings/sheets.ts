/** Warnings about the sheets of a workbook, and about totals in any file. */
import type { SheetWarnings, TotalWarnings } from '../../details/sheets.js';
import type { Sentences } from '../../warning.js';
import { sheetNames } from '../../text/sheet-names.js';
import { shortened } from '../../text/shortened.js';

const roles = {
  names: 'names',
  groups: 'groups of names',
  labels: 'labels',
  units: 'units',
} as const;

export const sheetWarnings: Sentences<SheetWarnings> = {
  'other-sheets': ({ file, sheet, first, lacks = 'table', others }) => {
    const what = { table: 'no table', numbers: 'no columns of numbers' }[lacks];
    const why = first === undefined ? '' : `, because sheet "${first}" has ${what}`;
    const are = others.length === 1 ? 'the other sheet is' : 'the other sheets are';
    return `${file}: sheet "${sheet}" is read${why}; ${are} ${sheetNames(others)}; set sheet to choose`;
  },
  'title-rows': ({ row, title, header }) =>
    `row ${row} is taken as a title, "${shortened(title)}", and row ${header} as the names; set header to choose`,
  'heading-rows': ({ rows }) => {
    const parts = rows.map(({ row, role }) => `${roles[role]} in row ${row}`);
    return `headings in several rows: ${parts.join(', ')}; set header: [${rows.map(({ row }) => row).join(', ')}] to say so, or header to the row of the names alone`;
  },
  'note-rows': ({ first, last, text }) => {
    const [are, them] =
      first === last
        ? [`row ${first} is taken as a note`, 'it']
        : [`rows ${first} to ${last} are taken as notes`, 'them'];
    return `${are} and left out: "${shortened(text)}"; set lastRow: ${first - 1} to say so, or lastRow: ${last} to read ${them}`;
  },
  'empty-rows': ({ rows, first }) =>
    `${rows} ${rows === 1 ? 'row without cells is' : 'rows without cells are'} left out, the first is row ${first} of the sheet`,
  'merged-cells': ({ blocks, first }) =>
    `merged cells have a value in their first cell only: ${blocks}, the first is ${first}; set fillMerged to repeat it`,
  'uncomputed-formulas': ({ cells, first }) =>
    `formulas without a computed value are missing: ${cells}, the first in cell ${first}; open and save the file in a spreadsheet program to compute them`,
  'hidden-cells': ({ rows, columns }) => {
    const parts = [
      ...(rows ? [`hidden rows: ${rows.count}, the first is row ${rows.first}`] : []),
      ...(columns ? [`hidden columns: ${columns.count}, the first is ${columns.first}`] : []),
    ];
    return `the sheet has ${parts.join('; ')}; they are read like the others; delete them in the file, or set where, if they should not count`;
  },
};

const MOST_SHOWN = 6;

/** The first parts of a list, and how many follow. */
function firstOf(parts: readonly (string | number)[]): string {
  const more = parts.length - MOST_SHOWN;
  if (more > 1) return `${parts.slice(0, MOST_SHOWN).join(', ')} and ${more} more`;
  return parts.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

export const totalSentences: Sentences<TotalWarnings> = {
  'total-rows': ({ column, texts, rows, where }) => {
    const [are, them] =
      rows.length === 1
        ? [`row ${rows[0]} looks like a total`, 'it']
        : [`rows ${firstOf(rows)} look like totals`, 'them'];
    return `${are}, by column "${column}": ${firstOf(texts.map((text) => `"${text}"`))}; a model counts ${them} like any row; set where: ${where} to leave ${them} out`;
  },
};
