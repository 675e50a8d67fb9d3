/** The choices of a study that a reader can move: found by their keys, whatever the study is about. */
import type { WrittenStudy } from '../engine/questions/studies.js';

/** Where a value stands in a study. */
export type Path = readonly (string | number)[];

interface Place {
  readonly path: Path;
  /** The table that it belongs to; absent if it is the whole study's. */
  readonly table?: string;
}

export type Choice = Place &
  (
    | { readonly kind: 'members'; readonly name: string; readonly members: readonly string[] }
    | { readonly kind: 'lags'; readonly vars: readonly string[] }
    | { readonly kind: 'errors' }
    | { readonly kind: 'periods'; readonly time: string }
    | { readonly kind: 'steps' }
    | { readonly kind: 'collapse'; readonly vars: readonly string[] }
    | { readonly kind: 'cut'; readonly by: string }
  );

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The choices of a study, those of the whole study first. */
export function choicesOf(study: WrittenStudy): Choice[] {
  const choices: Choice[] = [{ kind: 'errors', path: ['defaults', 'vcov'] }];
  const time = valueAt(study, ['panel', 'time']);
  if (typeof time === 'string' && valueAt(study, ['defaults', 'where']) === undefined) {
    choices.push({ kind: 'periods', path: ['defaults', 'where'], time });
  }
  const used = JSON.stringify(study['tables'] ?? {});
  for (const [name, members] of Object.entries((study['sets'] ?? {}) as Values)) {
    if (!Array.isArray(members) || !isNamedIn(used, name, '[+~|] *\\$')) continue;
    choices.push({ kind: 'members', path: ['sets', name], name, members: members as string[] });
  }
  for (const [table, content] of Object.entries((study['tables'] ?? {}) as Values)) {
    choices.push(...within(content, ['tables', table]).map((choice) => ({ ...choice, table })));
  }
  return choices;
}

/** The choices inside a table, at any depth. */
function within(value: unknown, path: Path): Choice[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => within(item, [...path, i]));
  if (!isValues(value)) return [];
  const deeper = Object.entries(value).flatMap(([key, item]) => within(item, [...path, key]));
  return [...ofValues(value, path), ...deeper];
}

function ofValues(value: Values, path: Path): Choice[] {
  const choices: Choice[] = [];
  if (Array.isArray(value['vars']) && path.includes('gmm')) {
    const vars = value['vars'] as readonly string[];
    choices.push({ kind: 'lags', path: [...path, 'lags'], vars });
    choices.push({ kind: 'collapse', path: [...path, 'collapse'], vars });
  }
  if (value['steps'] === 1 || value['steps'] === 2) {
    choices.push({ kind: 'steps', path: [...path, 'steps'] });
  }
  if (typeof value['by'] === 'string' && (value['at'] === 'mean' || value['at'] === 'median')) {
    choices.push({ kind: 'cut', path: [...path, 'at'], by: value['by'] });
  }
  return choices;
}

/** The value at a path; undefined if there is none. */
export function valueAt(study: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    study,
  );
}

/** The study with another value at a path; undefined takes the key away. */
export function withValue<Value>(value: Value, [key, ...rest]: Path, changed: unknown): Value {
  if (key === undefined) return changed as Value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, i) =>
      i === key ? withValue(item, rest, changed) : item,
    ) as Value;
  }
  const { [key]: old, ...others } = (value ?? {}) as Record<string | number, unknown>;
  const next = withValue(old, rest, changed);
  return (next === undefined ? others : { ...value, [key]: next }) as Value;
}

/** The tables that the page computes: those that claims are about, or all of them if no claim is about one. */
export function shownTables(study: WrittenStudy): string[] {
  const claims = JSON.stringify(study['claims'] ?? {});
  const named = namesOfTables(study);
  const claimed = named.filter((table) => isNamedIn(claims, table, '(?<![\\p{L}\\p{N}_])'));
  return claimed.length > 0 ? claimed : named;
}

export const namesOfTables = (study: WrittenStudy) =>
  Object.keys((study['tables'] ?? {}) as Values);

/** Whether a text has a name as a whole word after `before`, a pattern. Names are of any script, and hold any sign. */
function isNamedIn(text: string, name: string, before: string): boolean {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`${before}${escaped}(?![\\p{L}\\p{N}_])`, 'u').test(text);
}
