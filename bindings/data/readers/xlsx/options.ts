import { InputError } from '../../../core/errors/errors.js';
import type { ReaderOptions } from '../options.js';
import { parseRegion, type Region } from './address.js';
import { badRange, badRow } from '../../../words/errors/readers/xlsx.js';

/** How to read a workbook. Rows are numbered as in the sheet, from 1. */
export interface XlsxOptions extends Pick<
  ReaderOptions,
  'decimal' | 'thousands' | 'percent' | 'marks' | 'types'
> {
  /** Names the file in messages. */
  readonly name: string;
  /** Name of a sheet, or its number from 1. Default: the first visible sheet with cells. */
  readonly sheet?: string | number | undefined;
  /** Row of the headings, or rows. Default: those below a title and above the first row with numbers. */
  readonly header?: number | readonly number[] | undefined;
  /** Cells to read, such as `A3:H34` or `A:H`. Default: all. */
  readonly range?: string | undefined;
  /** True if the row below the headings holds units. */
  readonly unitsRow?: boolean | undefined;
  /** True if each cell of a merged block has the block's value. Default: the first one only. */
  readonly fillMerged?: boolean | undefined;
  /** The last row to read. */
  readonly lastRow?: number | undefined;
  /** Texts and numbers that mean a missing value, in addition to `NA` and the like in columns of numbers. */
  readonly missing?: readonly string[] | undefined;
  /** Names of the columns to read. Default: all. */
  readonly columns?: readonly string[] | undefined;
}

/** The region that the options name, undefined without a range. */
export function regionOf({ name, range }: XlsxOptions): Region | undefined {
  if (range === undefined) return undefined;
  const region = parseRegion(range);
  if (region !== undefined) return region;
  throw new InputError(badRange({ range }), name);
}

/** The rows of headings that the options name, from 0. */
export function headerRows(options: XlsxOptions): number[] | undefined {
  const { header } = options;
  if (header === undefined) return undefined;
  return [header].flat().map((row) => rowOption(options, 'header', row)!);
}

/** Checks a row number of the options, and counts it from 0. */
export function rowOption(
  { name }: XlsxOptions,
  key: 'header' | 'lastRow',
  value: number | undefined,
): number | undefined {
  if (value === undefined) return undefined;
  if (Number.isInteger(value) && value >= 1) return value - 1;
  throw new InputError(badRow({ [key]: value }), name);
}
