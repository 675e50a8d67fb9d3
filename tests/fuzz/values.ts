/** Values that a caller may pass by mistake, and plain values with one part replaced by such a value. */
import type { Draw } from './damage.js';
import { thrown } from './target.js';
import { pick } from './texts.js';

/** A list inside a list, `depth` times. */
function nestedList(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

function cyclic(): unknown {
  const value: Record<string, unknown> = { name: 'x' };
  value['self'] = value;
  return value;
}

const makers: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => false,
  () => 0,
  () => -1,
  () => 0.5,
  () => NaN,
  () => Infinity,
  () => 1e308,
  () => 2 ** 53,
  () => 10n ** 30n,
  () => Symbol('x'),
  () => '',
  () => 'x',
  () => 'constructor',
  () => '__proto__',
  () => 'a\nb',
  () => 'x'.repeat(1_000_000),
  () => [],
  () => [null],
  () => [undefined, 1n],
  () => ['x', 'x'],
  () => Array.from({ length: 10_000 }, (_, i) => `x${i}`),
  () => ({}),
  () => ({ length: -1 }),
  () => ({ length: 1e9 }),
  () => ({ length: 2.5 }),
  () => Object.create(null) as unknown,
  () => Object.assign(Object.create(null) as object, { length: 2, 0: 1, 1: 2 }),
  () => ({ toString: null }),
  () => Object.defineProperty({}, 'length', { enumerable: true, get: raise }),
  () => cyclic(),
  () => nestedList(20_000),
  () => () => 1,
  () => new Date(0),
  () => new Map([['a', 1]]),
  () => new Float64Array(3),
  () => new BigInt64Array(3),
  () => new Error('x'),
  () => /x/,
  () => Promise.resolve(1),
];

function raise(): never {
  throw new Error(thrown);
}

export function oddValue(draw: Draw): unknown {
  return pick(draw, makers)();
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' &&
  value !== null &&
  !ArrayBuffer.isView(value) &&
  Object.getOwnPropertyDescriptor(value, 'length')?.get !== raise;

/** A copy of lists and objects in which `replace` gives the new value of one random part. */
export function withPart(draw: Draw, value: unknown, replace: (old: unknown) => unknown): unknown {
  if (!isPlain(value)) return replace(value);
  const keys = Object.keys(value);
  if (keys.length === 0 || draw(8) === 0) return replace(value);
  const key = pick(draw, keys);
  const part = withPart(draw, value[key], replace);
  if (Array.isArray(value)) return value.map((old: unknown, i) => (String(i) === key ? part : old));
  return { ...value, [key]: part };
}

/** A copy without one random key or element. */
export function withoutPart(draw: Draw, value: unknown): unknown {
  if (!isPlain(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length === 0) return value;
  const key = pick(draw, keys);
  if (isPlain(value[key]) && draw(3) > 0) {
    const part = withoutPart(draw, value[key]);
    if (Array.isArray(value))
      return value.map((old: unknown, i) => (String(i) === key ? part : old));
    return { ...value, [key]: part };
  }
  if (Array.isArray(value)) return value.filter((_, i) => String(i) !== key);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

/** Shows a value in a report, whatever it is. */
export function shown(value: unknown): string {
  try {
    const text = JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'bigint' || typeof part === 'symbol' || typeof part === 'function'
        ? `<${typeof part}>`
        : part,
    );
    return text ?? typeof value;
  } catch (error) {
    return `<${typeof value}: ${(error as Error).message.slice(0, 40)}>`;
  }
}
