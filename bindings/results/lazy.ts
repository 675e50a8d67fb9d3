/**
 * Parts of a result that are made when they are first read. All results share one getter per key; it finds the part's
 * builder on the result. A getter in an object literal would be a closure per result, and V8 keeps such a closure, and
 * all that it reaches, until a full collection: 13 collections in 6,000 fits, 1 with shared getters.
 */

/** The builders of a result's parts, by key; a part that was built replaces its builder. */
const makers = Symbol('makers');

type Makers<T> = { readonly [K in keyof T]?: () => T[K] };

type Deferring = { readonly [makers]: Record<string, () => unknown> };

/** Stands in a result's literal for a part that is deferred, so that its key has its place among the others. */
export const deferred = undefined as never;

/** The result, whose parts of these keys are made when they are first read; copies of it hold them as values. */
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
