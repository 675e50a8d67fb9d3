/** What a report calls coefficients: their names, or labels made from those of the columns. */
import type { Labels } from '../../results/common.js';
import type { DocumentOptions } from '../options.js';

type Names = Readonly<Record<string, string>>;

/** The label of a name, or the name where there is none. Given labels come before those of the data. */
export function labeller(
  asked: DocumentOptions['labels'],
  data: Labels | undefined,
): (name: string) => string {
  if (asked === undefined || asked === false) return (name) => name;
  const given = asked === true ? {} : asked;
  return (name) => labelOf(name, { ...data?.names, ...given }, data?.values ?? {});
}

/** The value of a key that the record itself has. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function labelOf(name: string, names: Names, values: Labels['values']): string {
  const known = own(names, name);
  if (known !== undefined) return known;
  const factors = name.split(/:(?!\/)/);
  if (factors.length > 1) return factors.map((one) => labelOf(one, names, values)).join(' × ');
  const [, operator, shifted] = /^([LFD]\d*)\.(.+)$/.exec(name) ?? [];
  if (shifted !== undefined) return `${operator}.${own(names, shifted) ?? shifted}`;
  const [, column, value] = /^([^=]+)=(.*)$/.exec(name) ?? [];
  if (column === undefined || value === undefined) return name;
  const meaning = own(own(values, column) ?? {}, value);
  return `${own(names, column) ?? column}=${meaning ?? value}`;
}
