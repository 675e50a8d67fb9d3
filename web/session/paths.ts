/** Keys of a model by their path, as messages name them: `vcov.type`, `gmm[0].lags`; and names in its formulas. */

export type Step = string | number;

export function pathSteps(path: string): Step[] {
  return Array.from(path.matchAll(/([^.[\]]+)|\[(\d+)\]/g), ([, name, place]) =>
    place === undefined ? name! : Number(place),
  );
}

/** The path of what holds a key: `gmm[0].lags`, `gmm[0]`, `gmm`, and then nothing. */
export const parentOf = (path: string): string =>
  path.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '');

export function valueAt(value: unknown, path: string): unknown {
  let inner = value;
  for (const step of pathSteps(path)) {
    if (typeof inner !== 'object' || inner === null) return wordOf(inner, step);
    inner = (inner as Readonly<Record<Step, unknown>>)[step];
  }
  return inner;
}

/** A word may be written for a table whose `type` it is: `vcov: HC1`. */
const wordOf = (value: unknown, step: Step) =>
  typeof value === 'string' && step === 'type' ? value : undefined;

/** A copy with another value at a path; undefined takes the key away, and tables that are then empty. */
export function withValue<Value>(value: Value, path: string, next: unknown): Value {
  return changed(value, pathSteps(path), next) as Value;
}

function changed(value: unknown, [step, ...rest]: readonly Step[], next: unknown): unknown {
  if (step === undefined) return next;
  if (Array.isArray(value) || typeof step === 'number') {
    const list = [...((value ?? []) as unknown[])];
    const item = changed(list[step as number], rest, next);
    if (item === undefined) list.splice(step as number, 1);
    else list[step as number] = item;
    return list;
  }
  const table = typeof value === 'string' ? { type: value } : ((value ?? {}) as object);
  const before = (table as Readonly<Record<string, unknown>>)[step];
  const after = changed(before, rest, next);
  if (after !== undefined) return { ...table, [step]: after };
  const others = Object.fromEntries(Object.entries(table).filter(([name]) => name !== step));
  return Object.keys(others).length === 0 ? undefined : others;
}

/** A list that may be written as its only value. */
export const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];

/** A name as formulas and conditions write it: in backticks if it is no word. */
export const quoted = (name: string) =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll('`', '')}\``;
