/** The parts of a coefficient's name, from which labels are made. */
export type TermName =
  | { readonly kind: 'interaction'; readonly factors: readonly string[] }
  | {
      readonly kind: 'shifted';
      readonly operator: 'L' | 'F' | 'D';
      readonly order: number;
      /** As printed before the point: `L1`, `D`. */
      readonly prefix: string;
      readonly of: string;
    }
  | { readonly kind: 'level'; readonly column: string; readonly level: string }
  | { readonly kind: 'plain' };

/** `L1.n`, `D.x`, `year=1980` and `w:k` by their parts. */
export function termNameOf(name: string): TermName {
  const factors = name.split(/:(?!\/)/);
  if (factors.length > 1) return { kind: 'interaction', factors };
  const [, prefix, of] = /^([LFD]\d*)\.(.+)$/.exec(name) ?? [];
  if (prefix !== undefined && of !== undefined) {
    const operator = prefix[0] as 'L' | 'F' | 'D';
    return { kind: 'shifted', operator, order: Number(prefix.slice(1) || 1), prefix, of };
  }
  const [, column, level] = /^([^=]+)=(.*)$/.exec(name) ?? [];
  if (column === undefined || level === undefined) return { kind: 'plain' };
  return { kind: 'level', column, level };
}

/** The same key for names of one column: `x:z` and `z:x`, `h=2:x` and `x:h=2`, `x^2` and `x:x`. */
export function termKeyOf(name: string): string {
  if (!/[:^]/.test(name)) return name;
  const factors = name.match(/(?:`[^`]*`|[^`:]|:\/)+/g) ?? [name];
  return factors.flatMap(powerFactors).sort().join(':');
}

/** `x` twice for `x^2`. */
function powerFactors(factor: string): string[] {
  const [, base, exponent] = /^(`[^`]*`|[\p{L}\p{N}_.]+)\^([2-9])$/u.exec(factor) ?? [];
  return base === undefined ? [factor] : Array<string>(Number(exponent)).fill(base);
}

/** The names without duplicates of the same column, in order of first appearance. */
export function distinctTerms(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = termKeyOf(name);
    if (!byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/** Cache of names by key, for each record. */
const namesByKey = new WeakMap<object, ReadonlyMap<string, string>>();

/** The value of a term in a record keyed by term, possibly under another name of the same column. */
export function termEntry<T>(record: Readonly<Record<string, T>>, term: string): T | undefined {
  if (Object.hasOwn(record, term)) return record[term];
  if (!/[:^]/.test(term)) return undefined;
  let names = namesByKey.get(record);
  if (names === undefined) {
    names = new Map(Object.keys(record).map((name) => [termKeyOf(name), name]));
    namesByKey.set(record, names);
  }
  const name = names.get(termKeyOf(term));
  return name === undefined ? undefined : record[name];
}

/** The value of an own key of the record. */
export function entryOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
