import type { Told } from '../../../../words/told.js';
import { widthsOf } from '../layout.js';
import { Bytes } from './bytes.js';
import { stataLabel, stataNames } from './names.js';
import { type Strls, writeRows } from './rows.js';
import { DtaError } from '../error.js';
import type { DtaStorage } from '../types.js';
import type { DtaColumn, DtaInput, DtaOutput } from './types.js';
import { writeValueLabels } from './value-labels.js';
import * as said from '../../../../words/errors/readers/dta.js';

const widestText = 2045;
const firstMissingDouble = 2 ** 1023;

const integers = [
  { storage: 'byte', from: -127, to: 100 },
  { storage: 'int', from: -32767, to: 32740 },
  { storage: 'long', from: -2147483647, to: 2147483620 },
] as const;

/**
 * The smallest type that holds every value of a column exactly.
 *
 * @throws DtaError `dta-not-writable` if a number is infinite or beyond 2^1023, or if a text contains NUL
 */
function storageFor(column: DtaColumn): DtaStorage {
  return column.values instanceof Float64Array
    ? numberStorage(column.name, column.values)
    : textStorage(column.name, column.values);
}

function numberStorage(name: string, values: Float64Array): DtaStorage {
  let [low, high, whole] = [0, 0, true];
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    if (!(value < firstMissingDouble) || value === -Infinity) {
      throw new DtaError(said.unstoredNumber({ column: name, row: row + 1, found: String(value) }));
    }
    whole &&= Number.isInteger(value) && !Object.is(value, -0);
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  const integer = integers.find(({ from, to }) => whole && low >= from && high <= to);
  return integer?.storage ?? 'double';
}

function textStorage(name: string, values: readonly string[]): DtaStorage {
  const encoder = new TextEncoder();
  let widest = 1;
  values.forEach((value, row) => {
    if (value.includes('\0')) {
      throw new DtaError(said.unstoredText({ column: name, row: row + 1 }));
    }
    // A character takes at most 3 bytes for each unit of its UTF-16.
    if (3 * value.length > widest) widest = Math.max(widest, encoder.encode(value).length);
  });
  return widest <= widestText ? `str${widest}` : 'strL';
}

const release = 118;
const widths = widthsOf(release);
const mostVariables = 32767;

const codes: Readonly<Record<string, number>> = {
  byte: 65530,
  int: 65529,
  long: 65528,
  double: 65526,
  strL: 32768,
};

/**
 * A Stata data file of release 118 (Stata 14 and later), little endian. The same data give the same bytes: there is no
 * time stamp. Numbers and texts are stored in the smallest type that holds them exactly.
 *
 * @throws DtaError `dta-not-writable`
 */
export function writeDta(data: DtaInput): DtaOutput {
  if (data.columns.length > mostVariables) {
    throw new DtaError(said.manyVariables({ most: mostVariables, found: data.columns.length }));
  }
  const notes: Told[] = [];
  const note = (told: Told): void => void notes.push(told);
  const names = stataNames(
    data.columns.map(({ name }) => name),
    note,
  );
  const columns = data.columns.map((column, j) => ({ ...column, name: names[j]! }));
  const labels = columns.map(({ label = '', name }) => stataLabel(label, name, note));
  const bytes = new Bytes();
  writeHeader(bytes, data, stataLabel(data.label ?? '', 'the data', note));
  writeSections(bytes, columns, labels, data.nrows);
  return { bytes: bytes.whole(), notes };
}

function writeHeader(bytes: Bytes, { columns, nrows }: DtaInput, label: string): void {
  bytes.text(`<stata_dta><header><release>${release}</release><byteorder>LSF</byteorder><K>`);
  bytes.uint16(columns.length);
  bytes.text('</K><N>');
  bytes.uint64(nrows);
  bytes.text('</N><label>');
  const encoded = new TextEncoder().encode(label);
  bytes.uint16(encoded.length);
  bytes.raw(encoded);
  bytes.text('</label><timestamp>');
  bytes.uint8(0);
  bytes.text('</timestamp></header>');
}

/** Writes the map and the sections whose places it gives. */
function writeSections(
  bytes: Bytes,
  columns: readonly DtaColumn[],
  labels: readonly string[],
  nrows: number,
): void {
  const places = [0, bytes.length];
  bytes.text('<map>');
  const map = bytes.skip(14 * 8);
  bytes.text('</map>');
  const section = (tag: string, write: () => void): void => {
    places.push(bytes.length);
    bytes.text(`<${tag}>`);
    write();
    bytes.text(`</${tag}>`);
  };
  const fields = (tag: string, texts: readonly string[], width: number): void =>
    section(tag, () => texts.forEach((text) => bytes.field(text, width)));
  const storages = columns.map(storageFor);
  const strls: Strls = new Map();
  section('variable_types', () => storages.forEach((storage) => bytes.uint16(codeOf(storage))));
  const names = columns.map(({ name }) => name);
  fields('varnames', names, widths.name);
  section('sortlist', () => void bytes.skip(2 * (columns.length + 1)));
  fields(
    'formats',
    columns.map(({ format }, j) => format ?? defaultFormat(storages[j]!)),
    widths.format,
  );
  const sets = columns.map(({ name, valueLabels }) => (valueLabels?.size ? name : ''));
  fields('value_label_names', sets, widths.name);
  fields('variable_labels', labels, widths.label);
  section('characteristics', () => undefined);
  section('data', () => writeRows(bytes, columns, storages, nrows, strls));
  section('strls', () => strls.forEach((reference, text) => writeStrl(bytes, reference, text)));
  section('value_labels', () => columns.forEach((column) => writeValueLabels(bytes, column)));
  places.push(bytes.length);
  bytes.text('</stata_dta>');
  places.push(bytes.length);
  places.forEach((place, i) => bytes.view.setBigUint64(map + 8 * i, BigInt(place), true));
}

function codeOf(storage: DtaStorage): number {
  return codes[storage] ?? Number(storage.slice(3));
}

function defaultFormat(storage: DtaStorage): string {
  if (storage === 'strL') return '%9s';
  if (storage.startsWith('str')) return `%${Math.min(244, Math.max(9, Number(storage.slice(3))))}s`;
  return { byte: '%8.0g', int: '%8.0g', long: '%12.0g' }[storage as string] ?? '%10.0g';
}

function writeStrl(bytes: Bytes, [variable, row]: readonly [number, number], text: string): void {
  const encoded = new TextEncoder().encode(text);
  bytes.text('GSO');
  bytes.int32(variable);
  bytes.uint64(row);
  bytes.uint8(130);
  bytes.int32(encoded.length + 1);
  bytes.raw(encoded);
  bytes.uint8(0);
}
