/** `left_join(d, e, by = "year")`, `inner_join()` and `merge()` of R. */
import type { Call } from '../../arguments.js';
import { type KeyPair, withJoin } from '../../static/joins.js';
import type { ScriptFrame } from '../../static/frame.js';
import { argumentText } from '../call.js';
import { textsIn } from './texts.js';

const joins = ['left_join', 'inner_join', 'merge'];

export const isJoin = (name: string): boolean => joins.includes(name);

/** The joined frame; undefined for joins that keep other rows, and without keys. */
export function joinedBy(
  { name, args }: Call,
  frame: ScriptFrame,
  otherOf: (text: string) => ScriptFrame | undefined,
): ScriptFrame | undefined {
  const [, ...rest] = args;
  const named = new Map(
    rest.map((one, i) => [one.name ?? (i === 0 ? 'y' : 'by'), argumentText(one.value)!] as const),
  );
  const known = ['y', 'by', 'by.x', 'by.y', 'all.x', 'suffix', 'suffixes', 'sort', 'relationship'];
  const other = named.get('y');
  if (other === undefined || ![...named.keys()].every((key) => known.includes(key)))
    return undefined;
  const isInner =
    name === 'merge' ? !/^T(?:RUE)?$/.test(named.get('all.x') ?? 'F') : name !== 'left_join';
  return withJoin(frame, { other: otherOf(other), keys: keysOf(named), isInner });
}

/** `"year"`, `c("firm" = "Firm", "year")`, `join_by(year)`, or the keys of both frames. */
function keysOf(named: ReadonlyMap<string, string>): KeyPair[] {
  const left = textsIn(named.get('by.x')) ?? [];
  const right = textsIn(named.get('by.y')) ?? [];
  if (left.length > 0 && left.length === right.length) {
    return left.map((name, i) => [name, right[i]!]);
  }
  const by = named.get('by')?.trim() ?? '';
  const inside = /^(?:c|join_by)\s*\(([^()]*)\)$/.exec(by)?.[1] ?? by;
  const parts = inside === '' ? [] : inside.split(',').map((part) => part.trim());
  const isNames = /^join_by/.test(by);
  const pairs = parts.map((part): KeyPair | undefined => {
    const [, a, b] = /^["'`]?([\w.]+)["'`]?(?:\s*==?\s*["'`]?([\w.]+)["'`]?)?$/.exec(part) ?? [];
    const isText = /["']/.test(part);
    return a === undefined || isText === isNames ? undefined : [a, b ?? a];
  });
  return pairs.includes(undefined) ? [] : (pairs as KeyPair[]);
}
