/** The specifications of a dynamic panel. */
import { parseTerms, termName } from '../../../../data/index.js';
import type { DynamicModel, GmmGroup, IvGroup } from '../../../../models/dynamic/model/model.js';
import { readerOf } from '../../../../models/readers.js';
import type { KnownDynamic } from '../../../../models/refits/dynamic.js';
import type { ReadChoices } from '../../../../models/multiverse-keys.js';
import { type Grid, gridOf } from '../plans.js';
import { dimensionsOf, type Draft } from './choices.js';

/** @throws as `dimensionsOf` */
export function dynamicGrid(
  model: DynamicModel,
  over: ReadChoices,
  conditions?: readonly string[],
): Grid<KnownDynamic> {
  const changeable = {
    draft: draftOf(model),
    read: (draft: Draft) => readerOf(draft.estimator).read(written(draft)) as KnownDynamic,
    signature,
  };
  return gridOf<Draft, KnownDynamic>(dimensionsOf(model, over), changeable, conditions);
}

function draftOf(model: DynamicModel): Draft {
  return { ...model, gmm: model.gmm.map((group, place) => ({ ...group, place })) };
}

/** The draft in the form of a model file, without the parts that a multiverse does not use. */
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

/** Equal for models with the same instruments, however they are grouped. */
function signature(model: DynamicModel): string {
  const { gmm, iv, transform, system, steps, h, vcov, where, build = [] } = model;
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
  const { type, cluster = [], small } = vcov;
  const keys = [transform, system, steps, h, type, cluster, small, where ?? ''];
  return JSON.stringify([lagged.sort(), ordinary.sort(), ...keys, build]);
}
