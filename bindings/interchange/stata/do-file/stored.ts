/** Estimates that a do-file stores under names, for its tables. */
import { unread } from '../../study/table.js';
import { matchesGlob } from '../read-varlist.js';
import { wordsOf } from './parts.js';

export interface Stored {
  /** The number of the model by its name, in order. */
  readonly byName: Map<string, number>;
  /** The number of the last model, `unread`, or undefined before the first. */
  last: number | undefined;
  /** Names that eststo gave, since it was cleared. */
  listed: string[];
  /** How many names were made up. */
  count: number;
  /** Rows that `estadd` gave, by model. */
  readonly added: Map<number, Record<string, string>>;
}

export function nothingStored(): Stored {
  return { byName: new Map(), last: undefined, listed: [], count: 0, added: new Map() };
}

const prefix =
  /^(?:(?:qui\w*|noi\w*|cap\w*)\s*:?\s+)*(eststo|est(?:imates)?\s+sto(?:re)?)(?:\s+(\w+))?(?:\s*,[^:]*)?\s*:/;

/** Takes the model as the last one, and stores it under the name in the prefix of its command. */
export function storeByPrefix(source: string, model: number, stored: Stored): void {
  stored.last = model;
  const [, command, name] = prefix.exec(source) ?? [];
  if (command !== undefined) store(name, model, stored, command === 'eststo');
}

function store(name: string | undefined, model: number, stored: Stored, isListed: boolean): void {
  const key = name ?? `est${++stored.count}`;
  stored.byName.delete(key);
  stored.byName.set(key, model);
  if (isListed) stored.listed = [...stored.listed.filter((one) => one !== key), key];
}

/** `eststo m1`, `estimates store m1` and `restore m1`, `eststo clear` and `estadd local`; false for another statement. */
export function readStored(text: string, stored: Stored): boolean {
  const { last } = stored;
  if (/^(?:eststo|est(?:imates)?)\s+(?:clear|drop\b.*)\s*$/.test(text)) {
    stored.byName.clear();
    stored.listed = [];
    stored.count = 0;
    return true;
  }
  const restored = /^est(?:imates)?\s+restore\s+(\w+)\s*$/.exec(text)?.[1];
  if (restored !== undefined) {
    stored.last = stored.byName.get(restored) ?? unread;
    return true;
  }
  const [, command, name] =
    /^(eststo|est(?:imates)?\s+sto(?:re)?)(?:\s+(\w+))?\s*(?:,.*)?$/.exec(text) ?? [];
  if (command !== undefined) {
    if (last === undefined) return false;
    store(name, last, stored, command === 'eststo');
    return true;
  }
  const added =
    /^estadd\s+local\s+(\w+)\s*=?\s*"?([^",:]*?)"?\s*(?:,\s*(?:replace)?\s*)?(?::\s*([\w*\s]+))?$/.exec(
      text,
    );
  if (added === null) return false;
  const [, label, cell, names] = added;
  const models = names === undefined ? [last ?? unread] : modelsNamed(wordsOf(names), stored);
  for (const model of models ?? []) {
    stored.added.set(model, { ...stored.added.get(model), [label!]: cell! });
  }
  return models !== undefined && last !== undefined;
}

/** The models of names and patterns such as `m*`; undefined if one is not stored. */
export function modelsNamed(names: readonly string[], { byName }: Stored): number[] | undefined {
  const models = names.map((name) =>
    /[*?]/.test(name)
      ? [...byName].flatMap(([one, model]) => (matchesGlob(one, name) ? [model] : []))
      : [byName.get(name) ?? []].flat(),
  );
  return models.some((list) => list.length === 0) ? undefined : models.flat();
}
