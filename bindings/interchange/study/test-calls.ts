/** The arguments of calls that test a model: each is read, changes nothing, or is named. */
import type { Argument, Call } from '../arguments.js';
import type { ModelInput } from '../../models/model.js';
import { testArgument, testLaw } from '../../words/errors/interchange/tables.js';
import type { Told } from '../../words/told.js';
import type { AfterKeys } from './tests.js';

/** The distribution that gives the p-values of a test. */
export type Law = 'F' | 'chi2' | 't' | 'z';

/** What a call asks for: a text by each of its arguments. */
export interface TestArguments {
  /** The function or package that estimated the model. */
  readonly by: string;
  readonly textOf: (argument: string) => string | undefined;
  /** The number of an argument such as `level`. */
  readonly numberOf: (argument: string) => number | undefined;
}

export interface TestCall {
  /** The arguments after the model, in order. */
  readonly names: readonly string[];
  /** Values of arguments that change nothing; others are named. */
  readonly plain?: Readonly<Record<string, RegExp>>;
  /** The argument with the covariance of the coefficients. */
  readonly errors?: string;
  /** The functions whose models it is of; default all. */
  readonly of?: readonly string[];
  /** Undefined for expressions that no table shows; a sentence says why. */
  readonly read: (
    given: TestArguments,
    nameOf: (name: string) => string,
  ) => AfterKeys | Told | undefined;
  /** Its distribution; undefined for that of the model. */
  readonly law?: (given: TestArguments) => Law | undefined;
}

/** The keys of a table, with the covariance that the call names. */
export interface ReadTest {
  readonly keys: AfterKeys;
  readonly errors: Argument | undefined;
  readonly law: Law | undefined;
}

/** What a call says; a sentence for an argument that is not translated. */
export function readTest(
  call: Call,
  by: string,
  test: TestCall,
  nameOf: (name: string) => string,
): ReadTest | Told | undefined {
  const { names, plain = {}, errors, read, law, of } = test;
  const given = argumentsByName(call.args, names);
  const used = new Set<string>();
  const textOf = (name: string) => {
    used.add(name);
    return textIn(given.get(name));
  };
  const numberOf = (name: string) => {
    const value = Number(given.has(name) ? textOf(name) : NaN);
    return Number.isFinite(value) ? value : undefined;
  };
  const reading = { by, textOf, numberOf };
  if (of !== undefined && !of.includes(by)) return undefined;
  const keys = read(reading, nameOf);
  if (keys !== undefined && 'text' in keys) return keys;
  const distribution = law?.(reading);
  const strange = [...given.keys()].find((name) => {
    const isPlain = plain[name]?.test(textIn(given.get(name))!) === true;
    return !used.has(name) && name !== errors && !isPlain;
  });
  if (strange !== undefined) return testArgument({ call: `${call.name}()`, name: strange });
  if (keys === undefined) return undefined;
  return { keys, errors: errors === undefined ? undefined : given.get(errors), law: distribution };
}

const textIn = (one: Argument | undefined) =>
  one?.value.text.slice(one.value.position, one.value.end).trim();

/** Arguments by their names, which R shortens; those without a name are in order. */
function argumentsByName(args: readonly Argument[], names: readonly string[]) {
  const fullName = (name: string) =>
    names.find((one) => one === name) ?? names.find((one) => one.startsWith(name)) ?? name;
  const named = args.map((one) => (one.name === undefined ? undefined : fullName(one.name)));
  const free = names.filter((name) => !named.includes(name));
  return new Map(args.map((one, i) => [named[i] ?? free.shift() ?? `${i + 2}`, one] as const));
}

/** A sentence if a call and a model take p-values from different distributions. */
export function otherLaw(call: string, law: Law | undefined, model: ModelInput): Told | undefined {
  if (law === undefined) return undefined;
  const isStudent = law === 'F' || law === 't';
  if (isStudent === hasStudent(model)) return undefined;
  const ours = { F: 'chi2', chi2: 'F', t: 'z', z: 't' } as const;
  return testLaw({ call, law, ours: ours[law] });
}

/** True for a model with t and F. */
function hasStudent(model: ModelInput): boolean {
  const { estimator } = model;
  const isRandom = 'effects' in model && model.effects === 'random';
  const usual = estimator === 'ols' || (estimator === 'panel' && !isRandom);
  const small = (model.vcov as { readonly small?: boolean } | undefined)?.small;
  return small ?? usual;
}
