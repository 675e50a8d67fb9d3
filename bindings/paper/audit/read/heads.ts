/** Which rows are headings, and the names of the columns below them. */
import { readCell } from './cells.js';

export type Rows = readonly (readonly string[])[];

/** Number of rows before the first with a label and a number that is not a model number. */
export function headsOf(rows: Rows): number {
  const first = rows.findIndex(([label = '', ...cells], i) => {
    const numbers = cells.filter((text) => readCell(text).kind === 'number');
    const isBody = numbers.length > 0 && (!areModelNumbers(cells) || isBelow(rows[i + 1] ?? []));
    return label !== '' && isBody;
  });
  return first < 0 ? rows.length : first;
}

/** `(1)`, `(2)` and so on, or without parentheses; some may be over several columns. */
function areModelNumbers(cells: readonly string[]): boolean {
  const numbers = cells.flatMap((text) =>
    text === '' || readCell(text).kind === 'words' ? [] : [/^\(?(\d{1,2})\)?$/.exec(text)?.[1]],
  );
  return numbers.every((text, i) => {
    const step = Number(text) - (i === 0 ? 1 : Number(numbers[i - 1]));
    return text !== undefined && step >= 0 && step <= 1;
  });
}

/** Whether a row has no label and numbers in brackets only. */
export function isBelow([label = '', ...texts]: readonly string[]): boolean {
  const kinds = texts.map((text) => readCell(text).kind).filter((kind) => kind !== 'empty');
  return label === '' && kinds.length > 0 && kinds.every((kind) => kind === 'enclosed');
}

/** The number of a model, such as `(1)`; otherwise its last heading; made unique by its position. */
export function namesOf(heads: Rows, width: number): string[] {
  const names = Array.from({ length: Math.max(0, width - 1) }, (_, i) => {
    const texts = heads.map((row) => row[i + 1] ?? '').filter(Boolean);
    const numbered = texts.find((text) => /^\(?\d{1,2}\)?$/.test(text));
    return (numbered ?? texts.at(-1) ?? String(i + 1)).replace(/^\((.*)\)$/, '$1');
  });
  return distinct(names);
}

export function distinct(names: readonly string[]): string[] {
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`));
}

const numberOfModel =
  /^(?:models?|col(?:umn)?|spec(?:ification)?)?[\s.]*\(?\d{1,2}\)?(?![\p{L}\d.])/iu;

/** What is over a column, without numbers of models: `OLS, y`. */
export function wordsOver(heads: Rows, place: number): string {
  const over = heads.map((row) =>
    (row[place] ?? '').slice(0, 200).replace(numberOfModel, '').trim(),
  );
  return [...new Set(over.filter((text) => text !== ''))].join(', ');
}
