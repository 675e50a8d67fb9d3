/** Arguments of tables of R and Python: each is read, changes only looks, or is named. */
import { tableArgument } from '../../../words/errors/interchange/tables.js';
import type { Told } from '../../../words/told.js';
import { textsIn } from '../scripts/texts.js';

/** Programs whose arguments mean the same. */
export type Family =
  | 'modelsummary'
  | 'stargazer'
  | 'fixest'
  | 'pyfixest'
  | 'texreg'
  | 'huxtable'
  | 'statsmodels'
  | 'linearmodels';

/** The arguments of one table. */
export interface TableArguments {
  /** Its text; undefined if it is not given. */
  readonly get: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
  /** Names an argument whose value is not translated. */
  readonly lose: (name: string) => void;
}

/** The arguments, of which those that nothing reads are named at the end. */
export function withTableArguments<Keys>(
  options: ReadonlyMap<string, string>,
  looks: RegExp,
  lacking: Told[],
  read: (args: TableArguments) => Keys,
): Keys {
  const seen = new Set<string>();
  const lost = new Set<string>();
  const keys = read({
    get(name) {
      seen.add(name);
      return options.get(name)?.trim();
    },
    has(name) {
      seen.add(name);
      return options.has(name);
    },
    lose: (name) => lost.add(name),
  });
  for (const name of options.keys()) {
    if (lost.has(name) || !(seen.has(name) || looks.test(name)))
      lacking.push(tableArgument({ name }));
  }
  return keys;
}

/** The first of the names that is given. */
export function firstOf(args: TableArguments, names: readonly string[]): string | undefined {
  return names.find((name) => args.has(name));
}

/** The texts of an argument, which is named if it is another expression. */
export function textsOf(args: TableArguments, name: string): string[] {
  const value = args.get(name);
  if (value === undefined || isNone(value)) return [];
  const texts = textsIn(value);
  if (texts === undefined) args.lose(name);
  return texts ?? [];
}

/** TRUE or FALSE; named if it is another expression. */
export function flagOf(args: TableArguments, name: string): boolean | undefined {
  const value = args.get(name);
  if (value === undefined) return undefined;
  const flag = /^(?:T|TRUE|True)$/.test(value) || (isNone(value) ? false : undefined);
  if (flag === undefined) args.lose(name);
  return flag;
}

/** A number; named if it is another expression. */
export function numberOf(args: TableArguments, name: string): number | undefined {
  const value = args.get(name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value !== '' && Number.isFinite(number)) return number;
  args.lose(name);
  return undefined;
}

/** True for FALSE, NA, NULL and None. */
export const isNone = (value: string): boolean => /^(?:F|FALSE|False|NA|NULL|None)$/.test(value);
