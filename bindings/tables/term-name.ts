/** The parts of a coefficient's name, which labels are made from. */
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

/** The value of a key that the record itself has. */
export function entryOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
