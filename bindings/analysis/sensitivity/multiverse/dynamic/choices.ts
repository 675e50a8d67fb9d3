/** How each choice of a multiverse changes a dynamic panel model, and what the original model chose. */
import { listsOfLags, uninstrumentedRole } from '../../../../words/errors/analysis/sensitivity.js';
import {
  badChoice,
  type ChoiceValue,
  dimension,
  type Dimension as Choice,
  type Option,
  pathOf,
} from '../dimension.js';
import { parseTerms, termName } from '../../../../data/index.js';
import type { DynamicModel, GmmGroup, IvGroup } from '../../../../models/dynamic/model/model.js';
import type { Choices, LastLag, ReadChoices } from '../../../../models/multiverse-keys.js';
import { defaultCovariance } from '../../../../models/dynamic/model/complete.js';
import { canonicalNames } from '../../../../models/dynamic/model/read.js';
import { instrumentsOf } from '../../../../models/dynamic/model/roles.js';
import type { Role } from '../../../../models/schema/dynamic-words.js';
import { buildDimensions, covarianceDimension, sampleDimension } from '../shared-choices.js';

type Dimension = Choice<Draft>;

/** A group with its position under `gmm`; groups made from ordinary instruments by a role have none. */
type DraftGroup = GmmGroup & { readonly place?: number };

/** A model while choices are applied to it. */
export interface Draft extends Omit<DynamicModel, 'gmm'> {
  readonly gmm: readonly DraftGroup[];
}

/**
 * The choices in the order in which they are applied. Roles come first, because they make groups that have lags.
 *
 * @throws InputError `bad-value` unless there is one lag list per group, `unknown-variable` for a role of a variable
 *   that is not an instrument
 */
export function dimensionsOf(model: DynamicModel, over: ReadChoices): Dimension[] {
  const { roles = {}, collapse, transform, system, steps, h } = over;
  const plain = <T extends ChoiceValue>(
    name: string,
    original: ChoiceValue,
    values: readonly T[] | undefined,
    apply: (draft: Draft, value: T) => Draft,
  ) => dimension<Draft, T>(name, original, values, { label: (value) => value, apply });
  return [
    ...Object.entries(roles).map(([variable, values]) => roleChoice(model, variable, values)),
    ...lagChoices(model, over.lastLag),
    ...plain('collapse', common(model.gmm.map((group) => group.collapse)), collapse, withCollapse),
    ...plain('transform', model.transform, transform, (d, value) => ({ ...d, transform: value })),
    ...plain('system', model.system, system, withSystem),
    ...plain('steps', model.steps, steps, withSteps),
    ...plain('h', model.h, h, (d, value) => ({ ...d, h: value })),
    ...buildDimensions<Draft>(over.build),
    ...sampleDimension<Draft>(over.samples),
    ...covarianceDimension<Draft>(model, over.vcov),
  ];
}

function option(value: ChoiceValue, apply: (draft: Draft) => Draft): Option<Draft> {
  return { value, apply };
}

function common(values: readonly ChoiceValue[]): ChoiceValue {
  const [first = 'mixed'] = values;
  return values.every((value) => value === first) ? first : 'mixed';
}

const lagValue = (last: LastLag): ChoiceValue => last ?? 'deepest';

function lagChoices({ gmm }: DynamicModel, lists: Choices['lastLag']): Dimension[] {
  if (lists === undefined) return [];
  const lastLags = gmm.map(({ lags }) => lagValue(lags[1]));
  if (!lists.some(Array.isArray)) {
    const options = (lists as readonly LastLag[]).map((last) =>
      option(lagValue(last), (draft) => withLastLag(draft, last)),
    );
    return [{ name: 'lastLag', original: common(lastLags), options }];
  }
  if (lists.length !== gmm.length) {
    const detail = { path: pathOf('lastLag'), groups: gmm.length, found: lists.length };
    throw badChoice('lastLag', listsOfLags(detail));
  }
  return (lists as readonly (readonly LastLag[])[]).map((list, g) => ({
    name: `lastLag gmm[${g}]`,
    original: lastLags[g]!,
    options: list.map((last) => option(lagValue(last), (draft) => withLastLag(draft, last, g))),
  }));
}

/** Sets windows of the transformed equation. In the level equation, lags after the first are redundant. */
function withLastLag(draft: Draft, last: LastLag, place?: number): Draft {
  const gmm = draft.gmm.map((group) => {
    const meant = place === undefined || group.place === place;
    const level = group.equation === 'level' && draft.transform !== 'level';
    return meant && !level ? { ...group, lags: [group.lags[0], last] as const } : group;
  });
  return { ...draft, gmm };
}

function withCollapse(draft: Draft, collapse: boolean): Draft {
  return { ...draft, gmm: draft.gmm.map((group) => ({ ...group, collapse })) };
}

/** Difference GMM drops the instruments of the level equation. */
function withSystem(draft: Draft, system: boolean): Draft {
  if (system) return { ...draft, system };
  const stays = ({ equation }: GmmGroup | IvGroup) => equation !== 'level';
  const { gmm, iv } = draft;
  return { ...draft, system, arLevels: false, gmm: gmm.filter(stays), iv: iv.filter(stays) };
}

/** If the covariance is the default for the current steps, it becomes the default for the new steps. */
function withSteps(draft: Draft, steps: DynamicModel['steps']): Draft {
  const { type } = draft.vcov;
  const follows = type === defaultCovariance[draft.steps];
  return {
    ...draft,
    steps,
    vcov: { ...draft.vcov, type: follows ? defaultCovariance[steps] : type },
  };
}

function roleChoice(model: DynamicModel, variable: string, roles: readonly Role[]): Dimension {
  const name = parseTerms(variable).map(termName).join(' ');
  const groups = model.gmm.filter((group) => holds(group, name));
  const ordinary = model.iv.some((group) => holds(group, name));
  if (groups.length === 0 && !ordinary) {
    throw badChoice('roles', uninstrumentedRole({ variable }));
  }
  const written = groups.length === 0 ? 'exogenous' : (groups[0]!.role ?? 'as written');
  return {
    name: `role ${name}`,
    original: written,
    options: roles.map((role) => option(role, (draft) => withRole(draft, name, role))),
  };
}

function names({ vars }: GmmGroup | IvGroup): string[] {
  return vars.flatMap((text) => parseTerms(text).map(termName));
}

function holds(group: GmmGroup | IvGroup, name: string): boolean {
  return names(group).includes(name);
}

/** The groups without the variable. A group that contains nothing else is dropped. */
function without<Group extends GmmGroup | IvGroup>(
  groups: readonly Group[],
  name: string,
): Group[] {
  return groups.flatMap((group) => {
    if (!holds(group, name)) return [group];
    const vars = names(group).filter((one) => one !== name);
    return vars.length === 0 ? [] : [{ ...group, vars }];
  });
}

/** Moves the variable to separate groups, with the first lag of its role and its previous last lag. */
function withRole(draft: Draft, name: string, role: Role): Draft {
  const lagged = draft.gmm.filter((group) => holds(group, name));
  const ordinary = draft.iv.filter((group) => holds(group, name));
  const gmm = without(draft.gmm, name);
  if (role === 'exogenous') {
    if (lagged.length === 0) return draft;
    const made = lagged.map((group) => ordinaryOf(group, name));
    return { ...draft, gmm, iv: [...draft.iv, ...(ordinary.length > 0 ? [] : made)] };
  }
  const equations = draft.transform === 'level' ? 'level' : 'transformed';
  const places: readonly DraftGroup[] = lagged.length > 0 ? lagged : ordinary.map(laggedOf);
  const made = places.map(({ lags: [, last], ...place }) => {
    const [filled] = instrumentsOf(
      { gmm: [{ ...place, vars: [name], role }], iv: [] },
      undefined,
      equations,
      canonicalNames,
    ).gmm;
    const { lags } = filled!;
    return place.equation === 'level' && equations === 'transformed'
      ? { ...place, ...filled! }
      : { ...place, ...filled!, lags: [lags[0], last] as const };
  });
  return { ...draft, gmm: [...gmm, ...made], iv: without(draft.iv, name) };
}

function ordinaryOf({ equation, transform, passthru }: GmmGroup, name: string): IvGroup {
  return { vars: [name], equation, transform, passthru, mz: false };
}

function laggedOf({ equation, transform, passthru, vars }: IvGroup): DraftGroup {
  return { vars, lags: [0, null], collapse: false, equation, transform, passthru };
}

/**
 * Default choices: windows of one, two, three or all lags, collapsed or not; fd and fod; difference and system GMM; one
 * and two steps.
 */
export function usualChoices({ gmm }: DynamicModel): ReadChoices {
  const first = Math.max(...gmm.map(({ lags }) => lags[0]));
  return {
    ...(gmm.length > 0 && {
      lastLag: [first, first + 1, first + 2, null],
      collapse: [false, true],
    }),
    transform: ['fd', 'fod'],
    system: [false, true],
    steps: [1, 2],
  };
}
