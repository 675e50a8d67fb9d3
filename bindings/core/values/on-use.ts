/** Functions whose files are loaded when they are first called; `scripts/on-use.mjs` writes them. */
import type { FirstUse } from './first-use.js';

export { onFirstUse } from './first-use.js';

type Functions = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/**
 * Calls a function of a file. While the file is loaded, the caller may change options and lists: what they said at the
 * call counts.
 */
export async function calledOf(
  file: FirstUse<Functions>,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  if (file.loaded !== undefined) return file.loaded[name]!(...args);
  const given = args.map(kept);
  return (await file.load())[name]!(...given);
}

/** A copy of an object or a list that can change. What belongs to a result is found by its identity, so it is not copied. */
function kept(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])];
  if (typeof value !== 'object' || value === null || 'kind' in value) return value;
  if (Object.isFrozen(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return { ...value };
}
