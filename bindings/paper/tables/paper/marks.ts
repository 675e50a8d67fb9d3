/** Decimal and thousands separators, which are inserted last. */
import { type NumberMarks, type PaperTable, usualMarks } from './table.js';

/** Replaces the separators of `1,234.5` in a text. */
export function markedText(text: string, { decimal, thousands, zero = true }: NumberMarks): string {
  const separated = decimal === ',' ? text.replace(/, /g, '; ') : text;
  return separated.replace(/\d[\d,]*(?:\.\d+)?/g, (number) => {
    const [whole = '', decimals] = number.split('.');
    const isBare = !zero && whole === '0' && decimals !== undefined;
    const marked = isBare ? '' : whole.replace(/,/g, thousands);
    return decimals === undefined ? marked : marked + decimal + decimals;
  });
}

/** A number in a cell, possibly with brackets and stars. */
export interface NumberText {
  readonly open: string;
  /** Minus sign and digits before the decimal mark, without marks of thousands. */
  readonly whole: string;
  /** Digits after the decimal mark. */
  readonly decimals: string;
  readonly close: string;
  readonly stars: string;
}

/**
 * The parts of a cell that aligns by its decimal mark: a number with decimals, or a whole one in a column of whole
 * numbers. Other cells, such as counts among estimates, are centred.
 */
export function alignedNumber(
  text: string,
  marks: NumberMarks | undefined,
  hasDecimals: boolean,
): NumberText | undefined {
  const number = numberIn(text, marks);
  return number === undefined || (hasDecimals && number.decimals === '') ? undefined : number;
}

/** Whether the numbers of each column have decimals. */
export function decimalColumns({ head, body, marks }: PaperTable): boolean[] {
  const columns = head[0]!.slice(1).map(() => false);
  for (const { cells } of body) {
    for (const { text, column } of cells) {
      if (numberIn(text, marks)?.decimals) columns[column - 1] = true;
    }
  }
  return columns;
}

const usual = numberPattern(usualMarks);

/** The parts of a cell that is one number; undefined for words, several numbers, and `<0.001`. */
export function numberIn(text: string, marks = usualMarks): NumberText | undefined {
  const match = (marks === usualMarks ? usual : numberPattern(marks)).exec(text);
  if (match === null) return undefined;
  const [, open = '', number = '', decimals = '', close = '', stars = ''] = match;
  return { open, whole: number.replace(/[^\d-]/g, ''), decimals, close, stars };
}

function numberPattern({ decimal, thousands, zero = true }: NumberMarks): RegExp {
  const whole = zero ? `[\\d${thousands}]+` : `(?:[\\d${thousands}]+|(?=\\${decimal}))`;
  return new RegExp(`^([([]?)(-?${whole})(?:\\${decimal}(\\d+))?([)\\]]?)([*+†‡§]*)$`);
}
