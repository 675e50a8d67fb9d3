/** Every combination of the choices, as a model or as the reason why it is not a valid model. */
import { attempt, type Failure, isFailure } from '../../../core/jobs/failures.js';
import { type Condition, conditionsOf } from './conditions.js';
import type { ChoiceValue, Dimension } from './dimension.js';

/** A specification before it is estimated. */
export interface Plan<Model> {
  readonly choices: Readonly<Record<string, ChoiceValue>>;
  /** The model as its author wrote it. */
  readonly original: boolean;
  readonly model: Model | Failure;
}

export interface Grid<Model> {
  readonly choices: readonly { readonly name: string; readonly values: readonly ChoiceValue[] }[];
  /** Combinations of the choices. */
  readonly count: number;
  /**
   * In the order of the choices, the last one changing fastest. If the original model is not among the combinations, it
   * comes first.
   */
  plans(): Plan<Model>[];
}

/** A model that choices change, and how to read a changed model. */
export interface Changeable<Draft, Model> {
  readonly draft: Draft;
  /** Throws as `Estimator.read`. */
  read(draft: Draft): Model;
  /** Equal for equivalent models, however they are written. */
  signature(model: Model): string;
}

/** @throws InputError as `conditionsOf` */
export function gridOf<Draft, Model extends object>(
  dimensions: readonly Dimension<Draft>[],
  { draft, read, signature }: Changeable<Draft, Model>,
  conditions: readonly string[] = [],
): Grid<Model> {
  const listed = dimensions.map(({ name, options }) => ({
    name,
    values: options.map(({ value }) => value),
  }));
  const levels = levelsOf(listed, conditionsOf(conditions, listed));
  return {
    choices: listed,
    count: countOf(levels),
    plans() {
      const author = read(draft);
      const written = signature(author);
      const all = combined(dimensions, draft, levels).map(
        ({ choices, draft: changed }): Plan<Model> => {
          const model = attempt(() => read(changed));
          return { choices, original: !isFailure(model) && signature(model) === written, model };
        },
      );
      if (all.some((plan) => plan.original)) return all;
      const choices = Object.fromEntries(dimensions.map(({ name, original }) => [name, original]));
      return [{ choices, original: true, model: author }, ...all];
    },
  };
}

type Choices = Plan<unknown>['choices'];

/** A choice in its order among the choices. */
interface Level {
  readonly name: string;
  readonly values: readonly ChoiceValue[];
  /** Whether the conditions hold that this choice is the last one of. */
  readonly isAllowed: (choices: Choices) => boolean;
  /** Earlier choices that conditions on this one or later ones name. */
  readonly open: readonly string[];
}

function levelsOf(choices: Grid<unknown>['choices'], conditions: readonly Condition[]): Level[] {
  const order = choices.map(({ name }) => name);
  const lastOf = ({ names }: Condition) => Math.max(...names.map((name) => order.indexOf(name)));
  return choices.map((choice, i) => {
    const complete = conditions.filter((condition) => lastOf(condition) === i);
    const later = conditions.filter((condition) => lastOf(condition) >= i);
    const named = new Set(later.flatMap(({ names }) => names));
    return {
      ...choice,
      isAllowed: (chosen) => complete.every(({ holds }) => holds(chosen)),
      open: order.slice(0, i).filter((name) => named.has(name)),
    };
  });
}

/** The number of allowed combinations; those of later choices are counted once for equal values of open choices. */
function countOf(levels: readonly Level[]): number {
  const counted = levels.map(() => new Map<string, number>());
  return countFrom(0, {});

  function countFrom(i: number, choices: Choices): number {
    const level = levels[i];
    if (level === undefined) return 1;
    const key = JSON.stringify(level.open.map((name) => choices[name]));
    const known = counted[i]!.get(key);
    if (known !== undefined) return known;
    let count = 0;
    for (const value of level.values) {
      const more = { ...choices, [level.name]: value };
      if (level.isAllowed(more)) count += countFrom(i + 1, more);
    }
    counted[i]!.set(key, count);
    return count;
  }
}

interface Combination<Draft> {
  readonly choices: Choices;
  readonly draft: Draft;
}

/** The allowed combinations. */
function combined<Draft>(
  dimensions: readonly Dimension<Draft>[],
  draft: Draft,
  levels: readonly Level[],
): Combination<Draft>[] {
  let all: Combination<Draft>[] = [{ choices: {}, draft }];
  for (const [i, { name, options }] of dimensions.entries()) {
    all = all.flatMap((combination) =>
      options.flatMap(({ value, apply }) => {
        const choices = { ...combination.choices, [name]: value };
        return levels[i]!.isAllowed(choices) ? [{ choices, draft: apply(combination.draft) }] : [];
      }),
    );
  }
  return all;
}
