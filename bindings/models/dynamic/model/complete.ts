/** The defaults of a dynamic panel model that depend on other keys, and the rules that tie its keys together. */
import { groupsOrRoles } from '../../../words/expectations/models/models.js';
import * as wanted from '../../../words/expectations/models/rules.js';
import { badValue } from '../../schema/bad-value.js';
import type { DynamicModel, GmmGroup, IvGroup, WrittenDynamic } from './model.js';
import { instrumentsOf, type NamesIn } from './roles.js';

/** @throws InputError `bad-value` for keys that do not go together */
export function completeDynamic<Name extends string>(
  written: WrittenDynamic & { readonly estimator: Name },
  namesIn: NamesIn,
): DynamicModel & { readonly estimator: Name } {
  const { vcov, roles, gmm, gaps: across, ...rest } = written;
  if (gmm === undefined && roles === undefined) {
    throw badValue('gmm', groupsOrRoles(), gmm);
  }
  const instruments = instrumentsOf(
    { gmm: gmm ?? [], iv: rest.iv },
    roles,
    rest.transform === 'level' ? 'level' : 'transformed',
    namesIn,
  );
  const type = vcov.type ?? defaultCovariance[rest.steps];
  const system = rest.system || rest.transform === 'level';
  const gaps = across ?? (rest.compat === 'gretl' ? 'bridge' : 'strict');
  // The schema made `rest`, so it can be extended: another copy of so many keys takes 3 us.
  const model = Object.assign(rest, instruments, {
    system,
    gaps,
    vcov: Object.assign(vcov, { type }),
  });
  checkTogether(model);
  return model;
}

/** Default covariance for each number of steps. */
export const defaultCovariance = {
  1: 'robust',
  2: 'windmeijer',
  iterated: 'windmeijer',
  cue: 'robust',
} as const;

/** Checks the rules that tie one key to another. */
function checkTogether(model: DynamicModel): void {
  checkCovariance(model);
  if (model.arLevels && !model.system) {
    throw badValue('arLevels', wanted.noLevelResiduals(), true);
  }
  if (model.pca !== false && model.diffHansen.length > 0) {
    const names = model.diffHansen.map(({ name }) => name);
    throw badValue('diffHansen', wanted.noSetsWithComponents(), names);
  }
  checkNonlinear(model);
  if (model.weights?.type === 'probability' && model.vcov.type === 'unadjusted') {
    const expected = wanted.dynamicTypes({ types: ['robust', 'windmeijer'], setting: 'weights' });
    throw badValue('vcov.type', expected, 'unadjusted');
  }
  for (const key of ['gmm', 'iv'] as const) {
    model[key].forEach((group, g) => checkPlace(group, `${key}[${g}]`, model));
  }
}

/** Refuses options that the nonlinear conditions exclude. */
function checkNonlinear({ nonlinear, steps, vcov, weights }: DynamicModel): void {
  if (nonlinear === false) return;
  const because =
    steps === 1
      ? 'steps'
      : vcov.cluster !== undefined
        ? 'clusters'
        : vcov.type === 'doubly-corrected'
          ? 'doubly-corrected'
          : weights !== undefined
            ? 'weights'
            : undefined;
  if (because !== undefined)
    throw badValue('nonlinear', wanted.noNonlinear({ because }), nonlinear);
}

/** Checks that the model has the equations that a group serves. */
function checkPlace(
  { equation, transform, passthru }: GmmGroup | IvGroup,
  path: string,
  model: DynamicModel,
): void {
  const refuse = (key: string, place: wanted.GroupPlace, value: unknown) =>
    badValue(`${path}.${key}`, wanted.placeOfGroup({ place }), value);
  if (model.transform === 'level') {
    if (equation === 'diff') throw refuse('equation', 'level', equation);
    if (transform !== undefined) throw refuse('transform', 'untransformed', transform);
    return;
  }
  if (!model.system && equation === 'level') {
    throw refuse('equation', 'transformed', equation);
  }
  if (transform !== undefined && equation === 'level') {
    throw refuse('transform', 'level-group', transform);
  }
  if (passthru && model.system && equation === 'both') {
    throw refuse('passthru', 'single', passthru);
  }
}

/** Largest number of clusterings: the covariance has a term for every non-empty set of them. */
const MAX_CLUSTERS = 4;

function checkCovariance({ steps, vcov }: DynamicModel): void {
  const { type, cluster = [] } = vcov;
  const refuse = (types: readonly string[], setting: 'steps 1' | 'steps cue' | 'vcov.cluster') =>
    badValue('vcov.type', wanted.dynamicTypes({ types, setting }), type);
  if (steps === 1 && type === 'windmeijer') {
    throw refuse(['robust', 'doubly-corrected', 'unadjusted'], 'steps 1');
  }
  if (steps !== 'iterated' && type === 'windmeijer-step') {
    throw badValue('vcov.type', wanted.onlyIterated(), type);
  }
  if (steps === 'cue' && (type === 'windmeijer' || type === 'doubly-corrected')) {
    throw refuse(['robust', 'unadjusted'], 'steps cue');
  }
  if (steps === 1 && type === 'unadjusted' && cluster.length > 0) {
    throw refuse(['robust', 'doubly-corrected'], 'vcov.cluster');
  }
  const most = type === 'doubly-corrected' ? 1 : MAX_CLUSTERS;
  if (cluster.length > most) {
    const expected = most > 1 ? wanted.columnLimit({ most, type }) : wanted.oneClustering({ type });
    throw badValue('vcov.cluster', expected, cluster);
  }
}
