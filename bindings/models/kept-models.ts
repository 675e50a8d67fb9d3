/**
 * The last models that were read, beside what was written: fits of one model to many samples, or of a few in turn, check
 * it once. What was written is its caller's and can be changed, so its keys and values are compared with a copy: 1 us in
 * place of the 17 that the check of a dynamic panel model takes.
 */

interface Kept<Model> {
  readonly written: unknown;
  readonly model: Model;
}

/** Models kept; one more takes the place of the oldest. */
const MOST = 8;

/** `read`, or what it returned for the same keys and values, which is not to be changed. Throws as it does. */
export function remembering<Model>(read: (value: unknown) => Model): (value: unknown) => Model {
  const kept: Kept<Model>[] = [];
  return (value) => {
    for (const { written, model } of kept) if (same(written, value)) return model;
    const model = read(value);
    kept.unshift({ written: copyOf(value), model });
    if (kept.length > MOST) kept.pop();
    return model;
  };
}

/** A copy of a list or an object, in parts. */
interface Copy {
  /** Of an object, in their order. */
  readonly keys: readonly PropertyKey[] | undefined;
  readonly parts: readonly unknown[];
}

/** In place of what may answer otherwise when it is asked again: nothing is the same as it. */
const unlike = Symbol('unlike');

function copyOf(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return { keys: undefined, parts: Array.from(value, copyOf) };
  if (!isPlain(value)) return unlike;
  const keys = Reflect.ownKeys(value);
  return { keys, parts: keys.map((key) => partOf(value, key)) } satisfies Copy;
}

/** What is hidden, by a symbol too, may be anything and is not looked into. */
function partOf(value: object, key: PropertyKey): unknown {
  const property = Object.getOwnPropertyDescriptor(value, key)!;
  const shown = typeof key === 'string' && property.enumerable === true && 'value' in property;
  return shown ? copyOf(property.value) : unlike;
}

/**
 * Of lists, of plain objects that hide nothing, and of what is neither; a function or an object of a class, which may
 * inherit values, is the same as nothing.
 */
function same(copy: unknown, value: unknown): boolean {
  if (!isObject(value)) return typeof value !== 'function' && Object.is(copy, value);
  if (!isObject(copy)) return false;
  const { keys, parts } = copy as Copy;
  if (Array.isArray(value)) return keys === undefined && sameParts(parts, value);
  return keys !== undefined && isPlain(value) && sameEntries(keys, parts, value);
}

function sameParts(parts: readonly unknown[], list: readonly unknown[]): boolean {
  if (list.length !== parts.length) return false;
  for (let i = 0; i < parts.length; i++) if (!same(parts[i], list[i])) return false;
  return true;
}

function sameEntries(
  keys: readonly PropertyKey[],
  parts: readonly unknown[],
  value: object,
): boolean {
  const own = Reflect.ownKeys(value);
  if (own.length !== keys.length) return false;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (own[i] !== key || !same(parts[i], value[key as keyof typeof value])) return false;
  }
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Without keys that it inherits. */
function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
