/** The defaults of a dynamic panel model that depend on other keys, and the rules that tie its keys together. */
import { badValue } from '../../schema/bad-value.js';
import type { DpdModel, GmmGroup, IvGroup, WrittenDpd } from './model.js';
import { instrumentsOf, type NamesIn } from './roles.js';

/** @throws InputError `bad-value` for keys that do not go together */
export function completeDpd(written: WrittenDpd, namesIn: NamesIn): DpdModel {
  const { vcov, roles, gmm, gaps: across, ...rest } = written;
  if (gmm === undefined && roles === undefined) {
    throw badValue('gmm', 'a list of {vars, lags}, or roles', gmm);
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
  const model: DpdModel = Object.assign(rest, instruments, {
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
function checkTogether(model: DpdModel): void {
  checkCovariance(model);
  if (model.arLevels && !model.system) {
    throw badValue('arLevels', 'false, as system is false and has no level residuals', true);
  }
  if (model.pca !== false && model.diffHansen.length > 0) {
    const names = model.diffHansen.map(({ name }) => name);
    throw badValue('diffHansen', 'no sets with pca, whose components mix the groups', names);
  }
  checkNonlinear(model);
  if (model.weights?.type === 'probability' && model.vcov.type === 'unadjusted') {
    throw badValue('vcov.type', 'robust or windmeijer with probability weights', 'unadjusted');
  }
  for (const key of ['gmm', 'iv'] as const) {
    model[key].forEach((group, g) => checkPlace(group, `${key}[${g}]`, model));
  }
}

/** Refuses options that the nonlinear conditions exclude. */
function checkNonlinear({ nonlinear, steps, vcov, weights }: DpdModel): void {
  if (nonlinear === false) return;
  const refused =
    steps === 1
      ? 'steps 1, which have no weight for the conditions'
      : vcov.cluster !== undefined
        ? 'vcov.cluster'
        : vcov.type === 'doubly-corrected'
          ? 'vcov.type doubly-corrected'
          : weights !== undefined
            ? 'weights'
            : undefined;
  if (refused !== undefined) throw badValue('nonlinear', `false with ${refused}`, nonlinear);
}

/** Checks that the model has the equations that a group serves. */
function checkPlace(
  { equation, transform, passthru }: GmmGroup | IvGroup,
  path: string,
  model: DpdModel,
): void {
  const refuse = (key: string, expected: string, value: unknown) =>
    badValue(`${path}.${key}`, expected, value);
  if (model.transform === 'level') {
    if (equation === 'diff') throw refuse('equation', 'level, as transform is level', equation);
    if (transform !== undefined) {
      throw refuse('transform', 'none, as transform is level', transform);
    }
    return;
  }
  if (!model.system && equation === 'level') {
    throw refuse('equation', 'diff or both, as system is false', equation);
  }
  if (transform !== undefined && equation === 'level') {
    throw refuse('transform', 'none, as the group serves the level equation', transform);
  }
  if (passthru && model.system && equation === 'both') {
    throw refuse('passthru', 'equation diff or level with passthru', passthru);
  }
}

/** Largest number of clusterings: the covariance has a term for every non-empty set of them. */
const MAX_CLUSTERS = 4;

function checkCovariance({ steps, vcov }: DpdModel): void {
  const { type, cluster = [] } = vcov;
  if (steps === 1 && type === 'windmeijer') {
    throw badValue('vcov.type', 'robust, doubly-corrected or unadjusted with steps 1', type);
  }
  if (steps !== 'iterated' && type === 'windmeijer-step') {
    throw badValue('vcov.type', 'windmeijer-step only with steps iterated', type);
  }
  if (steps === 'cue' && (type === 'windmeijer' || type === 'doubly-corrected')) {
    throw badValue('vcov.type', 'robust or unadjusted with steps cue', type);
  }
  if (steps === 1 && type === 'unadjusted' && cluster.length > 0) {
    throw badValue('vcov.type', 'robust or doubly-corrected with vcov.cluster', type);
  }
  const most = type === 'doubly-corrected' ? 1 : MAX_CLUSTERS;
  if (cluster.length > most) {
    const columns = most > 1 ? `${most} columns` : 'one column';
    throw badValue('vcov.cluster', `at most ${columns} with type ${type}`, cluster);
  }
}
