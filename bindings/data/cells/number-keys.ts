/** Ways to write numbers in texts, each with the options of readers that say it. */
import { badArgument } from '../../core/errors/bad-argument.js';
import type { NumberKeys } from '../../words/details/columns.js';
import { aText } from '../../words/expectations/values.js';
import { withoutMarks } from './marks.js';
import { isMissingCode } from './missing-codes.js';
import { type PlainNumber, plainNumbers } from './number-format.js';
import { textReason } from './number-text.js';

interface WrittenNumbers {
  readonly keys: NumberKeys;
  readonly plain: PlainNumber;
}

const signs = [
  { decimal: '.' } as const,
  { percent: true } as const,
  { thousands: ',' },
  { thousands: ',', percent: true } as const,
  { thousands: ' ' },
  { thousands: ' ', percent: true } as const,
  { thousands: "'" },
  { decimal: ',' } as const,
  { decimal: ',', percent: true } as const,
  { decimal: ',', thousands: '.' } as const,
  { decimal: ',', thousands: '.', percent: true } as const,
  { decimal: ',', thousands: ' ' } as const,
];
const marked = signs.map(({ decimal, ...keys }: NumberKeys) => ({
  ...(decimal === ',' && { decimal }),
  ...keys,
  marks: true as const,
}));

/** From the plainest on. */
function numberFormats(): readonly WrittenNumbers[] {
  return [...signs, ...marked].map((keys: NumberKeys) => {
    const { decimal = '.', thousands = [], percent = false, marks } = keys;
    const plain = plainNumbers({ decimal, thousands: [thousands].flat(), percent });
    return { keys, plain: marks === true ? withoutMarks(plain) : plain };
  });
}

/** Most texts of a column that may be missing codes, and their most characters. */
const MOST_CODES = 6;
const LONGEST_CODE = 8;
/** Cells that are looked at first. */
const SAMPLE = 100;

/** Columns of texts and the options with which they are numbers. */
export interface KeyedColumns {
  readonly names: readonly string[];
  readonly keys: NumberKeys;
}

interface TextCells {
  readonly name: string;
  /** The distinct texts that are not missing by default. */
  readonly cells: readonly string[];
}

/**
 * The options with which columns of text are numbers: those that read most columns, and for the others the next. A
 * column with leading zeros or long integers is one of codes.
 */
export function keysOfColumns(
  columns: Iterable<readonly [name: string, texts: readonly string[]]>,
): KeyedColumns[] {
  const formats = numberFormats();
  let left = [...columns]
    .map(([name, texts]): TextCells => ({ name, cells: cellsOf(texts) }))
    .filter(({ cells }) => formats.some(({ plain }) => mayBeNumbers(cells, plain)));
  const keyed: KeyedColumns[] = [];
  while (left.length > 0) {
    const read = formats.map(({ plain }) =>
      left.flatMap(({ name, cells }) => {
        const codes = codesAmong(cells, plain);
        return codes === undefined ? [] : [{ name, codes }];
      }),
    );
    const most = Math.max(...read.map(({ length }) => length));
    if (most === 0) break;
    const best = read.findIndex(({ length }) => length === most);
    const codes = [...new Set(read[best]!.flatMap((column) => column.codes))];
    const names = read[best]!.map(({ name }) => name);
    const keys = { ...formats[best]!.keys, ...(codes.length > 0 && { missing: codes }) };
    keyed.push({ names, keys });
    left = left.filter(({ name }) => !names.includes(name));
  }
  return keyed;
}

/** True if half of the first cells are numbers, so that it is worth while to look at all. */
function mayBeNumbers(cells: readonly string[], plain: PlainNumber): boolean {
  const first = cells.slice(0, SAMPLE);
  return 2 * first.filter((cell) => plain(cell) !== undefined).length >= first.length;
}

function cellsOf(texts: readonly string[]): string[] {
  const distinct = new Set(texts.map((text) => text.trim()));
  return [...distinct].filter((text) => text !== '' && !isMissingCode(text));
}

/** The texts beside numbers of this format, which may be missing codes; undefined if there are others. */
function codesAmong(cells: readonly string[], plain: PlainNumber): string[] | undefined {
  const digits = cells.map((cell) => plain(cell) ?? '');
  const others = cells.filter((_, i) => digits[i] === '');
  const numbers = cells.length - others.length;
  const areCodes = others.every((text) => text.length <= LONGEST_CODE && !/\d/.test(text));
  const isNumeric = numbers > 1 && others.length <= Math.min(MOST_CODES, numbers) && areCodes;
  return isNumeric && textReason(digits) === undefined ? others : undefined;
}

/**
 * The options with which a text is a number; undefined if there are none.
 *
 * @throws InputError `bad-value` for anything but a text
 */
export function keysOfNumber(text: string): NumberKeys | undefined {
  if (typeof text !== 'string') throw badArgument('keysOfNumber', 'text', aText(), text);
  return numberFormats().find(({ plain }) => plain(text) !== undefined)?.keys;
}
