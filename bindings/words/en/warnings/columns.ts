/** Warnings about columns: their cells and their labels. */
import { listed } from '../../text/messages.js';
import { keysInWords, negativeExample } from '../../number-keys.js';
import type {
  CellPlace,
  ColumnWarnings,
  LookAlikes,
  MissingTexts,
  MixedCells,
} from '../../details/columns.js';
import type { LabelWarnings } from '../../details/papers.js';
import type { Sentences } from '../../warning.js';
import { codePoints } from '../../text/code-points.js';

const placeWords = (place: CellPlace) =>
  typeof place === 'number' ? `row ${place}` : `cell ${place}`;

const pointWords = ({ points }: LookAlikes) => {
  const [first, second] = points.map(codePoints);
  return `${first} in the first and ${second} in the second`;
};

const missingTexts = ({ column, texts, first }: MissingTexts) => {
  const list = texts.map(({ text, cells }) => `${text} (${cells})`).join(', ');
  return `column "${column}" counts as missing: ${list}; the first is in ${placeWords(first)}`;
};

const plurals = { number: 'numbers', boolean: 'true or false', text: 'text', date: 'dates' };

export const mixedCells = ({ column, place, shown, most, resembles }: MixedCells) => {
  const hint =
    resembles === undefined
      ? ''
      : `; it resembles the missing code ${resembles}, so add it to missing if it is one`;
  return `column "${column}" is text: ${placeWords(place)} has ${shown}, and most cells are ${plurals[most]}${hint}`;
};

export const columnWarnings: Sentences<ColumnWarnings> = {
  'numbers-as-text': ({ columns, keys, negative }) => {
    const names = listed(columns.map((column) => `"${column}"`));
    const [are, them] = columns.length === 1 ? ['column', 'it'] : ['columns', 'them'];
    return `${are} ${names}: numbers written as text; set ${keysInWords(keys)} to read ${them} as numbers${negative ? `, where ${negativeExample}` : ''}`;
  },
  'missing-codes': (detail) => {
    if ('texts' in detail) return missingTexts(detail);
    const { text, columns } = detail;
    const total = columns.reduce((sum, { cells }) => sum + cells, 0);
    const names = listed(columns.map(({ column }) => `"${column}"`));
    return `${total} ${total === 1 ? 'cell' : 'cells'} with "${text}" in ${columns.length > 1 ? 'columns' : 'column'} ${names} ${total === 1 ? 'is' : 'are'} missing`;
  },
  'cell-errors': missingTexts,
  'integers-as-text': ({ column, cell, row }) =>
    `column "${column}" stays text: it has integers that a double would round, such as ${cell} in row ${row}`,
  'number-out-of-range': ({ column, cell, row }) =>
    `column "${column}" stays text: ${cell} in row ${row} is out of the range of doubles`,
  'rounded-integers': ({ column, cell, row, value }) =>
    `column "${column}" is read as decimals: ${cell} in row ${row} is rounded to ${value}`,
  'leading-zeros': ({ column, first, second }) =>
    `column "${column}" stays text because of its leading zeros, so "${first}" and "${second}" are different values`,
  'repeated-number': ({ column, first, second, file }) =>
    file === undefined
      ? `column "${column}" has "${first}" and "${second}", which are one number and so one unit, level or key; set types: {${column}: text} to keep them apart`
      : `merge ${file}: the data and the file may write "${column}" in different ways, such as ${first} and ${second}, which are one number and so match; set types: {${column}: text} for both to keep them apart`,
  'mixed-column': mixedCells,
  'look-alike-texts': (detail) =>
    `column "${detail.column}" has "${detail.texts[0]}" and "${detail.texts[1]}" as different values: they look alike, with ${pointWords(detail)}; write each in one way`,
  'look-alike-names': (detail) =>
    `columns "${detail.texts[0]}" and "${detail.texts[1]}" have names that look alike, with ${pointWords(detail)}; rename one`,
};

/** Warnings about cells that have types, as in JSON and in workbooks. */
export const typedWarnings = { 'mixed-column': mixedCells, 'not-a-number': mixedCells };

export const labelWarnings: Sentences<LabelWarnings> = {
  'unknown-label': ({ name, suggestion }) =>
    `labels: expected names of variables, found "${name}"${suggestion}`,
};
