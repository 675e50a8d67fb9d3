/**
 * A copy of lists and plain objects, in which later writes to them do not show. Other objects stay as they are, as do
 * getters.
 */
export function copied<Value>(value: Value, copies = new Map<unknown, unknown>()): Value {
  if (copies.has(value)) return copies.get(value) as Value;
  if (!isCopied(value)) return value;
  const copy = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
  copies.set(value, copy);
  for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    const part =
      'value' in property ? { ...property, value: copied(property.value, copies) } : property;
    Object.defineProperty(copy, key, part);
  }
  return copy;
}

function isCopied(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
