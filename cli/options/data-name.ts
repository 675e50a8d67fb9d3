import { fileEndings } from '../../bindings/entries/data.js';

/** Endings of files with data; a JSON file may be a model. Old workbooks count, because their error says what to do. */
const endings: readonly string[] = [
  ...Object.values(fileEndings)
    .flat()
    .filter((ending) => ending !== 'json'),
  'xls',
  'gz',
  'zst',
];

/** Whether an operand is a file with data, by its name. */
export function isDataName(name: string): boolean {
  return endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
}
