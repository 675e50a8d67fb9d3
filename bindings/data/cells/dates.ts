/** Dates in the formats that can be declared for a column. */
import { dayLength, dayOf, type Frequency, parseDay, parseTime } from '../panel/periods.js';

/** How to read dates: their unit, the count of a trimmed cell, and an example for messages. */
export interface DateFormat {
  readonly frequency: Frequency;
  readonly count: (cell: string) => number | undefined;
  readonly example: string;
}

const separator = '[-./ ]?';
const fourDigits = String.raw`(\d{4})`;
const twoDigits = String.raw`(\d{1,2})`;
const monthName = String.raw`(\d{1,2}|[a-z]{3,9}\.?)`;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The month from 1 to 12, given as a number, an English name or its first letters; NaN otherwise. */
function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const place = months.indexOf(text.slice(0, 3).toLowerCase());
  const whole = new Date(Date.UTC(2000, place, 1)).toLocaleString('en', {
    month: 'long',
    timeZone: 'UTC',
  });
  return place >= 0 && whole.toLowerCase().startsWith(text.replace('.', '').toLowerCase())
    ? place + 1
    : NaN;
}

/** Days, with the groups of the expression that hold year, month and day. */
function days(pattern: string, [year, month, day]: readonly number[], example: string): DateFormat {
  const expression = new RegExp(`^${pattern}$`, 'i');
  return {
    frequency: 'day',
    example,
    count: (cell) => {
      const parts = expression.exec(cell);
      if (parts === null || (/^\d+$/.test(cell) && cell.length !== 8)) return undefined;
      return dayOf(Number(parts[year!]), monthOf(parts[month!]!), Number(parts[day!]));
    },
  };
}

/** Parts of a year, `perYear` of them, with a letter that may precede the number. */
function partsOfYear(
  frequency: Frequency,
  perYear: number,
  letter: string,
  example: string,
): DateFormat {
  const digits = perYear > 9 ? String.raw`(\d\d?)` : String.raw`(\d)`;
  const expression = new RegExp(`^${fourDigits}(?:[-_./ ]?${letter}|[-_./ ])${digits}$`, 'i');
  const joined = perYear > 9 ? /^(\d{4})(\d\d)$/ : /^(\d{4})(\d)$/; // such as 202002 and 20201
  return {
    frequency,
    example,
    count: (cell) => {
      const [, year, part] = expression.exec(cell) ?? joined.exec(cell) ?? [];
      return year === undefined ? undefined : countOf(Number(year), Number(part), perYear);
    },
  };
}

function countOf(year: number, part: number, perYear: number): number | undefined {
  return part >= 1 && part <= perYear ? (year - 1960) * perYear + part - 1 : undefined;
}

const monthFirst: DateFormat = {
  frequency: 'month',
  example: '02/2020',
  count: (cell) => {
    if (/^\d{5}$/.test(cell)) return undefined;
    const [, month, year] = new RegExp(`^${monthName}[-./ ]?${fourDigits}$`, 'i').exec(cell) ?? [];
    return year === undefined ? undefined : countOf(Number(year), monthOf(month!), 12);
  },
};

const years: DateFormat = {
  frequency: 'year',
  example: '2020',
  count: (cell) => (/^\d{4}$/.test(cell) ? Number(cell) : undefined),
};

const split = separator;
const formats = {
  'date:dmy': days(twoDigits + split + monthName + split + fourDigits, [3, 2, 1], '29/02/2020'),
  'date:mdy': days(
    `${monthName}${split}${twoDigits},?${split}${fourDigits}`,
    [3, 1, 2],
    '02/29/2020',
  ),
  'date:ymd': days(fourDigits + split + monthName + split + twoDigits, [1, 2, 3], '2020/02/29'),
  'date:ym': partsOfYear('month', 12, 'm', '2020-02'),
  'date:my': monthFirst,
  'date:yq': partsOfYear('quarter', 4, 'q', '2020-Q1'),
  'date:yh': partsOfYear('half', 2, '[hs]', '2020-H1'),
  'date:yw': partsOfYear('week', 52, 'w', '2020-W05'),
  'date:y': years,
} satisfies Readonly<Record<string, DateFormat>>;

/** The types of columns that say how dates are written. */
export type DateType = keyof typeof formats;

const quarters = '一二三四';

/** A Chinese date as the formats write it: `2020年第一季度` as `2020-q1`, `2020年度` as `2020`; other texts as they are. */
function withLetters(cell: string): string {
  if (!/^\d{4}\s*年/.test(cell)) return cell;
  return cell
    .replace(/\s/g, '')
    .replace(/[一二三四](?=季)/, (digit) => String(quarters.indexOf(digit) + 1))
    .replace(/年第?(\d)季度?$/, '-q$1')
    .replace(/年([上下])半年$/, (_, half) => (half === '上' ? '-h1' : '-h2'))
    .replace(/年第?(\d+)[周週]$/, '-w$1')
    .replace(/年(\d+)月份?$/, '-m$1')
    .replace(/年(\d+)月(\d+)日$/, '-$1-$2')
    .replace(/年度?$/, '');
}

const isoDays: DateFormat = { frequency: 'day', count: parseDay, example: '2020-02-29' };

/** ISO times; a day without a time is its midnight. */
const isoTimes: DateFormat = {
  frequency: 'time',
  example: '2020-02-29T12:30',
  count: (cell) => {
    const day = parseDay(cell);
    return day === undefined ? parseTime(cell) : day * dayLength;
  },
};

/** The formats of dates that need no declaration. */
export const isoFormats: readonly DateFormat[] = [isoDays, isoTimes];

/** The formats that a declared type allows. */
export function dateFormats(type: DateType | 'date'): readonly DateFormat[] {
  return type === 'date' ? isoFormats : [dateFormat(type)];
}

/** The format of a declared type, in which Chinese dates are read too. */
export function dateFormat(type: DateType): DateFormat {
  const { count } = formats[type];
  return { ...formats[type], count: (cell) => count(withLetters(cell)) };
}

/** The types, such as `date:yq`, that could be declared for a column of these texts. */
export function dateTypes(texts: readonly string[]): DateType[] {
  const fits = (type: DateType) =>
    texts.every((text) => dateFormat(type).count(text.trim()) !== undefined);
  return texts.length === 0 ? [] : (Object.keys(formats) as DateType[]).filter(fits);
}
