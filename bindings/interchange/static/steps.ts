/** Columns that models build: the steps of a script by name, in order. */
import type { ModelInput } from '../../models/model.js';
import { columnsOfOperand, renamedOperand } from '../filters/filter.js';
import { expressionOf } from '../filters/write.js';
import { allSteps, type Derived, type Step, stepKeys } from '../made.js';

/** The key `build`: by name, or a list where a name comes twice. */
export type Build = NonNullable<ModelInput['build']>;

interface BuildStep {
  readonly name: string;
  readonly value: string;
  readonly replace?: true;
}

/** The steps with their names. */
export interface NamedSteps {
  readonly build: readonly BuildStep[];
  /** The names in the script of columns that are called otherwise, by their new names. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Writes the names of steps for their keys, in any plain data. */
  readonly named: <Data>(data: Data) => Data;
}

const numberOf = ({ key }: Step) => Number(/\d+$/.exec(key)![0]);

/** The steps whose keys are in the data, and those that they need. */
export function usedSteps(data: unknown, derived: Derived | undefined): Step[] {
  const known = derived === undefined ? new Map<string, Step>() : allSteps(derived);
  const used = new Map<string, Step>();
  const add = (key: string): void => {
    const step = known.get(key);
    if (step === undefined || used.has(key)) return;
    used.set(key, step);
    columnsOfOperand(step.value).forEach(add);
  };
  for (const [key] of JSON.stringify(data).matchAll(stepKeys)) add(key);
  return [...used.values()];
}

const words = /[\p{L}_][\p{L}\p{N}_]*/gu;

/**
 * Names for the steps that models use: those of the script, where no model or later step needs an earlier column of
 * that name. `columns` are those of the data, as far as they are known, and `present` have a value in each row.
 */
export function namedSteps(
  steps: readonly Step[],
  models: unknown,
  {
    columns = [],
    present = [],
  }: { readonly columns?: readonly string[]; readonly present?: readonly string[] } = {},
): NamedSteps {
  const inOrder = [...new Map(steps.map((step) => [step.key, step])).values()].sort(
    (a, b) => numberOf(a) - numberOf(b),
  );
  const inModels = new Set(JSON.stringify(models).match(words));
  const uses = inOrder.map(({ value }) => new Set(columnsOfOperand(value)));
  const holders = new Map<string, string>();
  const names = new Map<string, string>();
  const rename = (name: string) => names.get(name) ?? name;
  const build: BuildStep[] = [];
  const renamed: Record<string, string> = {};
  inOrder.forEach((step, i) => {
    const plain = step.name.replace(/\W/g, '_');
    const isFree = (name: string) => {
      const holder = holders.get(name) ?? name;
      return !inModels.has(holder) && !uses.slice(i + 1).some((later) => later.has(holder));
    };
    let name = plain;
    for (let n = 2; !isFree(name); ++n) name = `${plain}_${n}`;
    const isThere =
      holders.has(name) ||
      columns.includes(name) ||
      uses.slice(0, i + 1).some((one) => one.has(name));
    const value = expressionOf(renamedOperand(step.value, rename), present);
    names.set(step.key, name);
    holders.set(name, step.key);
    build.push({ name, value, ...(isThere ? { replace: true } : {}) });
    if (name !== step.name) renamed[name] = step.name;
  });
  const named = <Data>(data: Data): Data =>
    JSON.parse(JSON.stringify(data).replace(stepKeys, rename)) as Data;
  return { build, renamed, named };
}

/** The steps as the key `build`. */
export function buildOf(steps: readonly BuildStep[]): Build {
  const isUnique = new Set(steps.map(({ name }) => name)).size === steps.length;
  if (!isUnique) return [...steps];
  return Object.fromEntries(
    steps.map(({ name, value, replace }) => [name, replace === true ? { value, replace } : value]),
  );
}
