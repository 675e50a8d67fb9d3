/** The options of the choices as rows below the curve. */
import type { ChoiceValue, Specification } from 'wasmetrics/types';

export interface Choice {
  readonly name: string;
  readonly values: readonly ChoiceValue[];
}

/** An option, or several that were joined. */
export interface Row {
  readonly choice: string;
  /** The keys of its options. */
  readonly keys: ReadonlySet<string>;
  readonly label: string;
  /** Whether it is the first row of its choice. */
  readonly first: boolean;
}

/** One text for an option of a choice. */
export const keyOf = (choice: string, value: ChoiceValue) => `${choice}=${String(value)}`;

/** The key of the option that a specification has. */
export const valueOf = ({ choices }: Specification, choice: string) =>
  choice in choices ? keyOf(choice, choices[choice]!) : '';

export function rowsOf(
  choices: readonly Choice[],
  joined: ReadonlyMap<string, string>,
): readonly Row[] {
  return choices.flatMap(({ name, values }) => {
    const groups = new Map<string, string[]>();
    for (const value of values) {
      const key = keyOf(name, value);
      const head = joined.get(key) ?? key;
      groups.set(head, [...(groups.get(head) ?? []), key]);
    }
    return [...groups.values()].map((keys, i): Row => ({
      choice: name,
      keys: new Set(keys),
      label: keys.map((key) => key.slice(name.length + 1)).join(' / '),
      first: i === 0,
    }));
  });
}

/** The specifications with an estimate and without an excluded option. */
export function shownOf(
  specifications: readonly Specification[],
  excluded: ReadonlySet<string>,
): Specification[] {
  return specifications.filter(
    ({ estimate, choices }) =>
      estimate !== null &&
      Object.entries(choices).every(([name, value]) => !excluded.has(keyOf(name, value))),
  );
}

/** The interval that decides: that of the bootstrap if there is one; undefined if it does not exist. */
export function intervalOf({ estimate }: Specification): readonly [number, number] | undefined {
  if (estimate === null) return undefined;
  const { bootstrap, confInt } = estimate;
  if (bootstrap === undefined) return confInt;
  return 'confInt' in bootstrap ? (bootstrap.confInt ?? undefined) : undefined;
}
