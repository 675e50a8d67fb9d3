/** How the options say that numbers are written in texts. */
import { withoutMarks } from '../../cells/marks.js';
import { type PlainNumber, plainNumbers } from '../../cells/number-format.js';
import type { ReaderOptions } from '../options.js';

type NumberOptions = Pick<ReaderOptions, 'decimal' | 'thousands' | 'percent' | 'marks' | 'types'>;

export function plainNumbersOf(options: NumberOptions): PlainNumber {
  const { decimal = '.', thousands = [], percent = false, marks } = options;
  const plain = plainNumbers({ decimal, thousands: [thousands].flat(), percent });
  return marks === true ? withoutMarks(plain) : plain;
}

/** True if an option says that texts may be numbers. */
export function describesNumbers({ decimal, thousands, percent, marks }: NumberOptions): boolean {
  return [decimal, thousands, percent, marks].some((key) => key !== undefined);
}

/** A reader for numbers among the texts of a column. */
export interface TextNumbers {
  readonly plain: PlainNumber;
  /** True for a column that is declared to be numbers, where 007 is 7. */
  readonly declared: boolean;
}

/** For each column, how its texts are numbers; undefined if no option says so. */
export function textNumbersOf(options: NumberOptions): (name: string) => TextNumbers | undefined {
  const plain = plainNumbersOf(options);
  const described = describesNumbers(options);
  const { types = {} } = options;
  return (name) => {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const isRead = type === undefined ? described : type === 'number';
    return isRead ? { plain, declared: type === 'number' } : undefined;
  };
}
