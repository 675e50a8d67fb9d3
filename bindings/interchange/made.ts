/**
 * Columns that a script makes, by name, as they are at one of its lines. Later lines add to the same lists, so that a line
 * costs the same however many are before it.
 */

/** What a new column is. Without `term`, `same` and `groups` the statement that makes it is not translated. */
export interface Made {
  readonly line: number;
  /** The term of a formula that it is. */
  readonly term?: string;
  /** The column of the data with the same values. */
  readonly same?: string;
  /** The column of the data whose values make the same groups. */
  readonly groups?: string;
  /** Said of every model that has it as a variable. */
  readonly note?: string;
}

interface History {
  readonly byName: Map<string, { readonly since: number; readonly made: Made }[]>;
  latest: number;
}

export interface Derived {
  readonly history: History;
  /** The number of columns made so far. */
  readonly until: number;
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

/** All columns made, with their names. */
export function allMade(derived: Derived): [name: string, made: Made][] {
  return [...derived.history.byName.keys()].flatMap((name): [string, Made][] => {
    const made = madeAs(derived, name);
    return made === undefined ? [] : [[name, made]];
  });
}

/** The columns with one more. */
export function withMade(derived: Derived | undefined, name: string, made: Made): Derived {
  const { history, until } = derived ?? nothingMade();
  if (history.latest !== until) {
    // Another line was added to these columns, as to a copy of a data frame.
    return withMade(copied({ history, until }), name, made);
  }
  const since = ++history.latest;
  const list = history.byName.get(name);
  if (list === undefined) history.byName.set(name, [{ since, made }]);
  else list.push({ since, made });
  return { history, until: since };
}

function copied(derived: Derived): Derived {
  const entries = allMade(derived).map(([name, made]) => [name, [{ since: 0, made }]] as const);
  const byName = new Map(entries.map(([name, list]) => [name, [...list]]));
  return { history: { byName, latest: 0 }, until: 0 };
}
