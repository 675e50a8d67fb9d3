/**
 * A copy of lists and objects, which later changes to them do not affect; getters are read now. Maps, dates and typed
 * arrays are not copied.
 */
export function copied<Value>(value: Value, copies = new Map<unknown, unknown>()): Value {
  if (copies.has(value)) return copies.get(value) as Value;
  if (!isCopied(value)) return value;
  const copy = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
  copies.set(value, copy);
  for (const [key, property] of [...descriptorsOf(value), ...classGetters(value)]) {
    const part: unknown = copied((value as Readonly<Record<string, unknown>>)[key], copies);
    const { enumerable, configurable, writable = true } = property;
    Object.defineProperty(copy, key, { enumerable, configurable, writable, value: part });
  }
  return copy;
}

function isCopied(value: unknown): value is object {
  return Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
}

type Property = readonly [key: string, descriptor: PropertyDescriptor];

function descriptorsOf(value: object): Property[] {
  return Object.entries(Object.getOwnPropertyDescriptors(value));
}

/** The getters of an object's class as hidden properties, because on a copy they could not read private fields. */
function classGetters(value: object): Property[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || typeof prototype !== 'object' || prototype === null)
    return [];
  const getters = descriptorsOf(prototype)
    .filter(([key, { get }]) => get !== undefined && !Object.hasOwn(value, key))
    .map(([key, property]): Property => [key, { ...property, enumerable: false }]);
  return [...classGetters(prototype), ...getters];
}
