/** Every combination of the choices, as a model or as the reason why it is not a valid model. */
import { parseTerms, termName } from '../../data/index.js';
import type { DpdModel, GmmGroup, IvGroup } from '../../models/dpd/model/model.js';
import type { Choices } from '../../models/dpd/model/multiverse.js';
import { readDpd } from '../../models/dpd/model/read.js';
import { attempt, type Failure, isFailure } from '../../jobs/failures.js';
import { type ChoiceValue, type Dimension, dimensionsOf, type Draft } from './choices.js';

/** A specification before it is estimated. */
export interface Plan {
  readonly choices: Readonly<Record<string, ChoiceValue>>;
  /** The model as its author wrote it. */
  readonly original: boolean;
  readonly model: DpdModel | Failure;
}

export interface Grid {
  readonly dimensions: readonly Dimension[];
  /** Combinations of the choices. */
  readonly count: number;
  /** In the order of the choices, the last one changing fastest. An original model not among them comes first. */
  plans(): Plan[];
}

/** @throws as `dimensionsOf` */
export function gridOf(model: DpdModel, over: Choices): Grid {
  const dimensions = dimensionsOf(model, over);
  const count = dimensions.reduce((product, { options }) => product * options.length, 1);
  return {
    dimensions,
    count,
    plans() {
      const author = readDpd(written(draftOf(model)));
      const all = combine(dimensions, draftOf(model), signature(author));
      if (all.some((plan) => plan.original)) return all;
      const choices = Object.fromEntries(
        dimensions.map(({ name, original: value }) => [name, value]),
      );
      return [{ choices, original: true, model: author }, ...all];
    },
  };
}

function combine(
  dimensions: readonly Dimension[],
  draft: Draft,
  originalSignature: string,
): Plan[] {
  const [first, ...rest] = dimensions;
  if (first === undefined) {
    const model = attempt(() => readDpd(written(draft)));
    return [
      { choices: {}, original: !isFailure(model) && signature(model) === originalSignature, model },
    ];
  }
  return first.options.flatMap(({ value, apply }) =>
    combine(rest, apply(draft), originalSignature).map((plan) => ({
      ...plan,
      choices: { [first.name]: value, ...plan.choices },
    })),
  );
}

function draftOf(model: DpdModel): Draft {
  return { ...model, gmm: model.gmm.map((group, place) => ({ ...group, place })) };
}

/** The draft as in a model file, without parts that a multiverse does not use. */
function written({ gmm, ...model }: Draft): object {
  return {
    ...model,
    gmm: gmm.map(withoutPlace),
    multiverse: undefined,
    bootstrap: undefined,
    diffHansen: [],
    baselines: false,
    arOrders: Math.max(2, model.arOrders),
  };
}

function withoutPlace(group: object): object {
  return Object.fromEntries(Object.entries(group).filter(([key]) => key !== 'place'));
}

/** Equal for models with the same instruments, whatever their grouping. */
function signature({ gmm, iv, transform, system, steps, h, vcov }: DpdModel): string {
  const names = (group: GmmGroup | IvGroup) =>
    group.vars.flatMap((text) => parseTerms(text).map(termName));
  const lagged = gmm.flatMap((group) =>
    names(group).map((name) => {
      const { lags, collapse, equation, passthru } = group;
      return JSON.stringify([name, lags, collapse, equation, group.transform ?? '', passthru]);
    }),
  );
  const ordinary = iv.flatMap((group) =>
    names(group).map((name) => {
      const { equation, passthru, mz } = group;
      return JSON.stringify([name, equation, group.transform ?? '', passthru, mz]);
    }),
  );
  return JSON.stringify([lagged.sort(), ordinary.sort(), transform, system, steps, h, vcov.type]);
}
