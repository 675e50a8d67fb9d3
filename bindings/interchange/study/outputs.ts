/** The files that a script writes its tables to, as the key `out`. */
import { isOfModels, type ScriptTable } from './table.js';

/** What tables of a file become. */
const outputs: Readonly<Record<string, string>> = {
  tex: 'latex',
  rtf: 'docx',
  doc: 'docx',
  docx: 'docx',
  html: 'html',
  md: 'markdown',
  csv: 'csv',
  xls: 'xlsx',
  xlsx: 'xlsx',
};

/** The formats in which the script writes tables. */
export function outOf(tables: readonly ScriptTable[]): Record<string, string> {
  const formats = tables.flatMap((table) => (isOfModels(table) ? (table.format ?? []) : []));
  return Object.fromEntries(
    [...new Set(formats)].flatMap((format) => {
      const kind = outputs[format.toLowerCase()];
      const ending =
        format === 'rtf' || format === 'doc' ? 'docx' : format === 'xls' ? 'xlsx' : format;
      return kind === undefined ? [] : [[kind, `results/tables.${ending}`]];
    }),
  );
}
