/**
 * Columns that a script makes, by name, as of one of its lines. Later lines add to the same lists, so the cost of a
 * line does not depend on the number of lines before it.
 */

import type { Operand } from './filters/filter.js';
import type { Told } from '../words/told.js';

/** How a column is computed, from columns of the data and of other steps. */
export interface Step {
  /** What formulas and filters call the column until a model or a study names it. */
  readonly key: string;
  /** The name in the script. */
  readonly name: string;
  readonly line: number;
  readonly value: Operand;
}

/** The name, without its ending, of a file with the data after a line that is not translated. */
export const fileAfter = (line: number | ''): string => `after-line-${line}`;

/** The keys of steps in a text. */
export const stepKeys = /made__\d+(?!\w)/g;

let steps = 0;

/** A step with a key of its own. */
export function stepOf(name: string, line: number, value: Operand): Step {
  return { key: `made__${++steps}`, name, line, value };
}

/**
 * The meaning of a new column. If `term`, `same` and `groups` are all absent, the statement that makes it is not
 * translated.
 */
export interface Made {
  readonly line: number;
  /** The term of a formula that equals it. */
  readonly term?: string;
  /** The data column with the same values. */
  readonly same?: string;
  /** The data column whose values form the same groups. */
  readonly groups?: string;
  /** A note for every model that uses it as a variable. */
  readonly note?: Told;
  /** How it is computed. */
  readonly step?: Step;
}

interface History {
  readonly byName: Map<string, { readonly since: number; readonly made: Made }[]>;
  latest: number;
}

export interface Derived {
  readonly history: History;
  /** The number of columns made so far. */
  readonly until: number;
  /** True if terms name the columns of steps, instead of what they equal. */
  readonly namesSteps?: boolean;
}

export const nothingMade = (): Derived => ({
  history: { byName: new Map(), latest: 0 },
  until: 0,
});

/** What the name means at this line; undefined for a column of the data. */
export function madeAs({ history, until }: Derived, name: string): Made | undefined {
  const list = history.byName.get(name) ?? [];
  for (let i = list.length - 1; i >= 0; --i) if (list[i]!.since <= until) return list[i]!.made;
  return undefined;
}

/** All steps by their keys, also those of columns that were made again. */
export function allSteps({ history }: Derived): ReadonlyMap<string, Step> {
  const lists = [...history.byName.values()].flat();
  return new Map(
    lists.flatMap(({ made: { step } }) => (step === undefined ? [] : [[step.key, step]])),
  );
}

/** The columns with one more. */
export function withMade(derived: Derived | undefined, name: string, made: Made): Derived {
  const { history, until } = derived ?? nothingMade();
  if (history.latest !== until) {
    // Another line was already added to these lists, as after copying a data frame.
    return withMade(copied({ history, until }), name, made);
  }
  const since = ++history.latest;
  const list = history.byName.get(name);
  if (list === undefined) history.byName.set(name, [{ since, made }]);
  else list.push({ since, made });
  return { history, until: since };
}

/** The same columns, all made before any that follows. */
function copied({ history, until }: Derived): Derived {
  const before = [...history.byName].map(([name, list]) => {
    const kept = list.filter(({ since }) => since <= until);
    return [name, kept.map(({ made }) => ({ since: 0, made }))] as const;
  });
  return { history: { byName: new Map(before), latest: 0 }, until: 0 };
}
