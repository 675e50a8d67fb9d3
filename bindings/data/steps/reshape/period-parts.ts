/** Periods in the names of columns, such as 2015Q1 in `gdp2015Q1`. */
import { type Frequency, periodText } from '../../panel/periods.js';
import { dateFormat, type DateType, dateTypes } from '../../cells/dates.js';

/** Periods of a frequency, by the texts that say them. */
export interface PeriodParts {
  readonly frequency: Frequency;
  readonly counts: ReadonlyMap<string, number>;
}

/** The texts that are periods written in the one way that reads most of them; undefined without such a way. */
export function periodParts(texts: readonly string[]): PeriodParts | undefined {
  const textsOf = new Map<DateType, string[]>();
  for (const text of texts) {
    for (const type of typesOf(text)) textsOf.set(type, [...(textsOf.get(type) ?? []), text]);
  }
  const [best, second] = [...textsOf].sort(([, one], [, other]) => other.length - one.length);
  if (best === undefined || best[1].length === second?.[1].length) return undefined;
  const { frequency, count } = dateFormat(best[0]);
  return { frequency, counts: new Map(best[1].map((text) => [text, count(text)!])) };
}

/** The types of a period; 2015-03 is a month, as we write months, and no week. */
function typesOf(text: string): DateType[] {
  const types = dateTypes([text]);
  const isOurs = (type: DateType) => {
    const { frequency, count } = dateFormat(type);
    return periodText(frequency, count(text)!) === text;
  };
  const ours = types.filter(isOurs);
  return ours.length > 0 ? ours : types;
}
