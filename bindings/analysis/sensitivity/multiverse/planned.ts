/** The specifications that a multiverse of a model estimates. */
import * as v from 'valibot';
import { checkKeys, isKeyed } from '../../../core/arguments/arguments.js';
import { isFailure } from '../../../core/jobs/failures.js';
import type { Model, ModelInput } from '../../../models/model.js';
import type { MultiverseInput, MultiverseSpec } from '../../../models/multiverse-keys.js';
import { parseModel } from '../../../models/reading/model-file.js';
import type { KnownDynamic } from '../../../models/refits/dynamic.js';
import { has } from '../../../models/registry.js';
import { badValue } from '../../../models/schema/bad-value.js';
import { keysAndValues } from '../../../words/expectations/values.js';
import { usualChoices } from './dynamic/choices.js';
import type { ChoiceValue } from './dimension.js';
import { dynamicGrid } from './dynamic/grid.js';
import { staticGrid } from './linear/grid.js';
import type { Grid } from './plans.js';

const DEFAULT_CAP = 2000;

/** The model's schema checks the values, because they are also keys of `multiverse` in a model. */
export const choiceSchemas = {
  coefficient: v.unknown(),
  over: v.unknown(),
  conditions: v.unknown(),
  admissible: v.unknown(),
  bootstrap: v.unknown(),
  cap: v.unknown(),
};

/** The number of combinations that `multiverse` would estimate. It checks neither the data nor the cap. */
export function countSpecifications(model: ModelInput, options: MultiverseInput = {}): number {
  checkKeys('multiverse', choiceSchemas, options);
  return planned(model, options).grid.count;
}

/** A specification before it is estimated. */
export interface PlannedSpecification {
  /** As in the result. */
  readonly choices: Readonly<Record<string, ChoiceValue>>;
  /** With all defaults; undefined if the choices make no valid model. */
  readonly model: Model | undefined;
}

/**
 * The models that `multiverse` would estimate, one for each combination of the choices.
 *
 * @throws InputError as `multiverse` for the model and its choices
 */
export function specificationModels(
  model: ModelInput,
  options: MultiverseInput = {},
): readonly PlannedSpecification[] {
  checkKeys('multiverse', choiceSchemas, options);
  return planned(model, options)
    .grid.plans()
    .map(({ choices, model: made }) => ({ choices, model: isFailure(made) ? undefined : made }));
}

export interface Planned {
  readonly model: Model;
  readonly spec: MultiverseSpec;
  readonly grid: Grid<Model>;
}

/** Throws as `parseModel`, and as the grid of the model. */
export function planned(
  model: ModelInput,
  { coefficient, over, conditions, admissible, bootstrap, cap }: MultiverseInput,
): Planned {
  if (!isKeyed(model)) throw badValue('', keysAndValues(), model);
  const key: MultiverseInput = model.multiverse ?? {};
  if (!isKeyed(key)) throw badValue('multiverse', keysAndValues(), key);
  const given = {
    coefficient: coefficient ?? key.coefficient,
    over: over ?? key.over,
    conditions: conditions ?? key.conditions,
    admissible: admissible ?? key.admissible,
    bootstrap: bootstrap ?? key.bootstrap,
    // Numbers in a model file are finite, so a cap of Infinity becomes the largest one.
    cap: cap === Infinity ? Number.MAX_SAFE_INTEGER : (cap ?? key.cap ?? DEFAULT_CAP),
  };
  const multiverseKey = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  return gridOf(parseModel({ ...model, multiverse: multiverseKey }));
}

/** The specifications of a model whose `multiverse` was read. */
export function gridOf(parsed: Model): Planned {
  const spec = parsed.multiverse!;
  return { model: parsed, spec, grid: gridFor(parsed, spec) };
}

function gridFor(model: Model, { over, conditions, coefficient }: MultiverseSpec): Grid<Model> {
  return hasWindows(model)
    ? dynamicGrid(model, over ?? usualChoices(model), conditions)
    : staticGrid(model, over ?? { controls: 'all' }, { coefficient, conditions });
}

/** For models with windows of lags the choices are these and the steps; for others, the terms of the formula. */
export function hasWindows(model: Model): model is KnownDynamic {
  return has(model).lagWindows;
}
