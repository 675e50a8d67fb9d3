/** Largest number of answers; the next one clears the memo. */
const MAX_ANSWERS = 256;

/**
 * Memoizes a reader of texts: fits of many samples or models read the same texts again and again. All callers share
 * an answer, so none may change it.
 */
export function memoizeByText<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size === MAX_ANSWERS) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}

interface Entry<Answer> {
  readonly copy: unknown;
  readonly answer: Answer;
}

/** Values that a memo keeps; one more replaces the oldest. */
const MOST_VALUES = 8;

/**
 * Reads equal keys and values once, for example the model of many fits. The caller may change the value that was read,
 * so the memo compares later values with a copy: 1 us, where the check of a dynamic panel model takes 17. Callers share
 * the answers and must not change them. A reader that throws is asked again.
 */
export function memoizeByValue<Answer>(
  read: (value: unknown) => Answer,
): (value: unknown) => Answer {
  const entries: Entry<Answer>[] = [];
  return (value) => {
    for (const { copy, answer } of entries) if (equalsReadable(copy, value)) return answer;
    const answer = read(value);
    entries.unshift({ copy: copyOf(value), answer });
    if (entries.length > MOST_VALUES) entries.pop();
    return answer;
  };
}

/** A copy of a list or an object, in parts. */
interface Copy {
  /** The keys of an object, in their order; undefined for a list. */
  readonly keys: readonly PropertyKey[] | undefined;
  readonly parts: readonly unknown[];
}

/** Replaces in a copy what may change without notice: nothing equals it. */
const unlike = Symbol('unlike');

function copyOf(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return { keys: undefined, parts: Array.from(value, copyOf) };
  if (!isPlain(value)) return unlike;
  const keys = Reflect.ownKeys(value);
  return { keys, parts: keys.map((key) => partOf(value, key)) } satisfies Copy;
}

/** A hidden property, or one whose key is a symbol, may hold anything: the copy does not look into it. */
function partOf(value: object, key: PropertyKey): unknown {
  const property = Object.getOwnPropertyDescriptor(value, key)!;
  const plain = typeof key === 'string' && property.enumerable === true && 'value' in property;
  return plain ? copyOf(property.value) : unlike;
}

/** False also for a value with a getter that throws: its reader says so. */
function equalsReadable(copy: unknown, value: unknown): boolean {
  try {
    return equals(copy, value);
  } catch {
    return false;
  }
}

/**
 * Compares lists, plain objects that hide nothing, and values that are neither. A function equals nothing, nor does an
 * object of a class, which may inherit values.
 */
function equals(copy: unknown, value: unknown): boolean {
  if (!isObject(value)) return typeof value !== 'function' && Object.is(copy, value);
  if (!isObject(copy)) return false;
  const { keys, parts } = copy as Copy;
  if (Array.isArray(value)) return keys === undefined && equalParts(parts, value);
  return keys !== undefined && isPlain(value) && equalEntries(keys, parts, value);
}

function equalParts(parts: readonly unknown[], list: readonly unknown[]): boolean {
  if (list.length !== parts.length) return false;
  for (let i = 0; i < parts.length; i++) if (!equals(parts[i], list[i])) return false;
  return true;
}

function equalEntries(
  keys: readonly PropertyKey[],
  parts: readonly unknown[],
  value: object,
): boolean {
  const others = Reflect.ownKeys(value);
  if (others.length !== keys.length) return false;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (others[i] !== key || !equals(parts[i], value[key as keyof typeof value])) return false;
  }
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An object that inherits no keys. */
function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
