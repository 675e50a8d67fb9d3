/** Every combination of the choices, as a model or as the reason why it is not a valid model. */
import { attempt, type Failure, isFailure } from '../../../core/jobs/failures.js';
import { conditionTest } from './conditions.js';
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

/** Most combinations that are counted one by one; conditions might leave few of them. */
const MOST_COUNTED = 1_000_000;

/** @throws InputError as `conditionTest` */
export function gridOf<Draft, Model extends object>(
  dimensions: readonly Dimension<Draft>[],
  { draft, read, signature }: Changeable<Draft, Model>,
  conditions: readonly string[] = [],
): Grid<Model> {
  const listed = dimensions.map(({ name, options }) => ({
    name,
    values: options.map(({ value }) => value),
  }));
  const isAllowed = conditionTest(conditions, listed);
  const product = dimensions.reduce((count, { options }) => count * options.length, 1);
  const isCounted = conditions.length > 0 && product <= MOST_COUNTED;
  const bare = dimensions.map(({ options, ...one }) => ({
    ...one,
    options: options.map(({ value }) => ({ value, apply: () => null })),
  }));
  return {
    choices: listed,
    count: isCounted
      ? combined(bare, null).filter(({ choices }) => isAllowed(choices)).length
      : product,
    plans() {
      const author = read(draft);
      const written = signature(author);
      const allowed = combined(dimensions, draft).filter(({ choices }) => isAllowed(choices));
      const all = allowed.map(({ choices, draft: changed }): Plan<Model> => {
        const model = attempt(() => read(changed));
        return { choices, original: !isFailure(model) && signature(model) === written, model };
      });
      if (all.some((plan) => plan.original)) return all;
      const choices = Object.fromEntries(dimensions.map(({ name, original }) => [name, original]));
      return [{ choices, original: true, model: author }, ...all];
    },
  };
}

interface Combination<Draft> {
  readonly choices: Readonly<Record<string, ChoiceValue>>;
  readonly draft: Draft;
}

function combined<Draft>(dimensions: readonly Dimension<Draft>[], draft: Draft) {
  let all: Combination<Draft>[] = [{ choices: {}, draft }];
  for (const { name, options } of dimensions) {
    all = all.flatMap((combination) =>
      options.map(({ value, apply }) => ({
        choices: { ...combination.choices, [name]: value },
        draft: apply(combination.draft),
      })),
    );
  }
  return all;
}
