import { InputError } from '../../core/errors/errors.js';
import type { Column } from '../column.js';
import type { Frequency } from '../panel/periods.js';
import { type DtaColumn, DtaError, missingName, writeDta } from '../readers/dta/index.js';
import type { Table } from '../table.js';
import { hasBytes } from './csv.js';
import type { Told } from '../../words/told.js';
import { isMissing, notesOf, withNotes, type WrittenFile } from './written.js';
import { notWritable } from '../../words/errors/readers/dta.js';

const formats: Readonly<Record<Frequency, string>> = {
  day: '%td',
  week: '%tw',
  month: '%tm',
  quarter: '%tq',
  half: '%th',
  year: '%ty',
  time: '%tc',
};

const stataKinds = Array.from({ length: 27 }, (_, i) => missingName(i + 1));
/** Stata allows labels for whole numbers below its first missing value. */
const firstMissing = 2_147_483_621;

/**
 * A table as a Stata file, with labels, lettered missing values and date formats.
 *
 * @throws InputError `not-writable` for values that Stata does not store, such as infinity
 */
export function tableToDta(table: Table): WrittenFile {
  const columns = Array.from(table.columns, ([name, column]) => dtaColumn(name, column));
  try {
    const { bytes, notes } = writeDta({ nrows: table.nrows, columns });
    return withNotes(bytes, [...notes, ...dtaNotes(table)]);
  } catch (error) {
    if (!(error instanceof DtaError)) throw error;
    throw new InputError(notWritable({ fault: error.told }), 'dta');
  }
}

function dtaColumn(name: string, column: Column): DtaColumn {
  const { label, valueLabels } = column;
  const labels = valueLabels && new Map([...valueLabels].filter(([key]) => isLabelled(key)));
  const facts = {
    name,
    ...(label !== undefined && { label }),
    ...(labels && column.kind === 'number' && { valueLabels: labels }),
  };
  if (column.kind === 'text') return { ...facts, values: column.values };
  const { values, frequency, missing } = column;
  return {
    ...facts,
    values,
    ...(frequency && { format: formats[frequency] }),
    ...(missing && { missing: stataCodes(missing) }),
  };
}

function isLabelled(key: string): boolean {
  return /^\.[a-z]?$/.test(key) || (/^-?\d+$/.test(key) && Math.abs(Number(key)) < firstMissing);
}

/** 1 for `.`, 2 to 27 for `.a` to `.z`; kinds that Stata lacks become `.`. */
function stataCodes({ names, codes }: NonNullable<Column['missing']>): Uint8Array {
  const numbers = names.map((name) => Math.max(1, stataKinds.indexOf(name) + 1));
  return codes.map((code) => (code === 0 ? 0 : numbers[code - 1]!));
}

function dtaNotes(table: Table): Told[] {
  const isNumber = (column: Column) => column.kind === 'number';
  return notesOf(table, [
    ['dta-boolean', (c) => isNumber(c) && 'boolean' in c],
    ['dta-nan', (c) => c.kind === 'number' && !!c.nans?.size],
    ['dta-kinds', hasOtherKinds],
    ['dta-missing-text', hasMissingText],
    ['dta-integers', (c) => c.kind === 'text' && !!c.integers],
    ['bytes', hasBytes],
    ['dta-labels', hasOtherLabels],
  ]);
}

function hasOtherKinds({ missing }: Column): boolean {
  return (
    missing?.codes.some((code) => code > 0 && !stataKinds.includes(missing.names[code - 1]!)) ===
    true
  );
}

function hasMissingText(column: Column): boolean {
  return column.kind === 'text' && column.values.some((_, row) => isMissing(column, row));
}

function hasOtherLabels({ kind, valueLabels }: Column): boolean {
  const keys = [...(valueLabels?.keys() ?? [])];
  return keys.some((key) => kind === 'text' || !isLabelled(key));
}
