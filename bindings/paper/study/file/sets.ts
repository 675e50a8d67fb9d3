/** Sets: `$controls` stands for the names of the set, in formulas and in lists. */
import { isKeyed } from '../../../core/arguments/arguments.js';
import type { ByName } from '../../../results/common.js';
import { badStudyValue, joinedPath, noSuchSet } from './errors.js';
import { setsWithoutCircle } from '../../../words/expectations/paper/studies.js';

export type Sets = ByName<readonly string[]>;

/** `$name`; a name in backquotes may contain a dollar sign. */
const reference = /`[^`]*`|\$(\p{L}[\p{L}\p{N}_]*)/gu;
const whole = /^\$(\p{L}[\p{L}\p{N}_]*)$/u;

/**
 * The sets, with references to other sets replaced.
 *
 * @throws InputError `unknown-set`, `bad-value` for a set that contains itself
 */
export function readSets(written: Readonly<Record<string, readonly string[]>>): Sets {
  const done = new Map<string, readonly string[]>();
  const namesOf = (name: string, path: string, above: readonly string[]): readonly string[] => {
    const known = done.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(written, name)) {
      throw noSuchSet(path, name, Object.keys(written));
    }
    if (above.includes(name)) {
      const circle = [...above.slice(above.indexOf(name)), name].join(' - ');
      throw badStudyValue(`sets.${name}`, setsWithoutCircle(), circle);
    }
    const names = written[name]!.flatMap((entry, i) => {
      const [, inner] = whole.exec(entry) ?? [];
      return inner === undefined ? [entry] : namesOf(inner, `sets.${name}[${i}]`, [...above, name]);
    });
    done.set(name, names);
    return names;
  };
  return Object.fromEntries(Object.keys(written).map((name) => [name, namesOf(name, '', [])]));
}

type Separators = Readonly<Record<string, string>>;

/** Keys whose texts are lists of names or expressions, with the separator for the names of a set. */
const separators: Separators = {
  formula: ' + ',
  where: ', ',
  ...Object.fromEntries(
    // prettier-ignore
    [
      'vars', 'describe', 'correlate', 'balance', 'keep', 'drop', 'of', 'cluster', 'endogenous',
      'predetermined', 'exogenous', 'controls', 'instruments', 'outcomes', 'correlation', 'fold',
      'on', 'id',
    ].map((key) => [key, ' ']),
  ),
};

/**
 * A part of the study with its sets replaced: in formulas by sums, in lists and as keys of columns by their names.
 * Other texts, such as titles, are left as they are.
 *
 * @throws InputError `unknown-set`
 */
export function withSets<Part>(part: Part, sets: Sets, path: string): Part {
  return expanded(part, { sets, path, separator: undefined, separators }) as Part;
}

/** `withSets` for steps of data, whose columns are those of an index. */
export function stepsWithSets<Part>(part: Part, sets: Sets, path: string): Part {
  const keys = { columns: ' ' };
  return expanded(part, { sets, path, separator: undefined, separators: keys }) as Part;
}

interface Place {
  readonly sets: Sets;
  readonly path: string;
  readonly separators: Separators;
  /** Undefined for prose. */
  readonly separator: string | undefined;
}

function expanded(value: unknown, place: Place): unknown {
  if (typeof value === 'string')
    return place.separator === undefined ? value : inText(value, place);
  if (Array.isArray(value)) return value.flatMap((one, i) => inList(one, deeper(place, `[${i}]`)));
  if (!isKeyed(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const { separators: known, separator: outer } = place;
      const separator = Object.hasOwn(known, key) ? known[key] : outer;
      const inner = { ...deeper(place, key), separator };
      const [, name] = place.separator === undefined ? [] : (whole.exec(key) ?? []);
      if (name !== undefined) return namesOf(name, inner).map((column) => [column, one] as const);
      return [[key, expanded(one, inner)] as const];
    }),
  );
}

const deeper = (place: Place, key: string): Place => ({
  ...place,
  path: joinedPath(place.path, key),
});

/** A set as an entry of a list adds its names to the list. */
function inList(value: unknown, place: Place): unknown[] {
  const [, name] =
    typeof value === 'string' && place.separator !== undefined ? (whole.exec(value) ?? []) : [];
  return name === undefined ? [expanded(value, place)] : [...namesOf(name, place)];
}

/** A sum next to an operator that binds more tightly is put in parentheses. */
function inText(text: string, place: Place): string {
  return text.replace(reference, (match: string, name: string | undefined, offset: number) => {
    if (name === undefined) return match;
    const names = namesOf(name, place);
    const list = names.join(place.separator);
    const before = text.slice(0, offset).trimEnd().at(-1) ?? '';
    const after = text.slice(offset + match.length).trimStart()[0] ?? '';
    const isTight = place.separator === ' + ' && names.length > 1;
    return isTight && (/[*:.-]/.test(before) || /[*:^]/.test(after)) ? `(${list})` : list;
  });
}

function namesOf(name: string, { sets, path }: Place): readonly string[] {
  if (Object.hasOwn(sets, name)) return sets[name]!;
  throw noSuchSet(path, name, Object.keys(sets));
}
