/**
 * Parts of a result that are computed on first read. All results share one getter per key; it finds the part's builder
 * on the result. A getter in an object literal would be a closure per result, and V8 keeps such a closure, with
 * everything it references, until a full collection: 13 collections in 6,000 fits, 1 with shared getters.
 */

/** The builders of a result's parts, by key; the part replaces its builder once it is built. */
const makers = Symbol('makers');

type Makers<T> = { readonly [K in keyof T]?: () => T[K] };

type Deferring = { readonly [makers]: Record<string, () => unknown> };

/** Placeholder for a deferred part in a result's literal, so that its key keeps its position. */
export const deferred = undefined as never;

/** The result with the parts of these keys computed on first read; copies have them as values. */
export function withDeferred<T extends object>(result: T, parts: Makers<T>): T {
  Object.defineProperty(result, makers, { value: parts });
  for (const key of Object.keys(parts)) Object.defineProperty(result, key, propertyOf(key));
  return result;
}

const properties = new Map<string, PropertyDescriptor>();

function propertyOf(key: string): PropertyDescriptor {
  let property = properties.get(key);
  if (property === undefined) properties.set(key, (property = newProperty(key)));
  return property;
}

function newProperty(key: string): PropertyDescriptor {
  function get(this: Deferring): unknown {
    const parts = this[makers];
    const value = parts[key]!();
    parts[key] = () => value;
    return value;
  }
  return { get, enumerable: true, configurable: true };
}
