/** What one key of a model may hold because of another, in English. */
import { says, type Texts, type Told } from '../../told.js';
import { series } from '../../text/counts.js';
import { counted } from '../../text/messages.js';

/** A kind of covariance, or the first and the last of a family. */
export type CovarianceFamily = readonly [string] | readonly [first: string, last: string];

const families = (all: readonly CovarianceFamily[], conjunction: 'and' | 'or') =>
  series(
    all.map((family) => family.join(' to ')),
    conjunction,
  );
export const nothingWith = says(
  'nothing-with',
  ({ key, value }: { readonly key: 'type' | 'method' | 'effects'; readonly value: string }) =>
    `nothing with ${key} ${value}`,
);
export const withType = says(
  'with-type',
  ({ expected, type }: Texts<'type'> & { readonly expected: Told }) =>
    `${expected.text} with type ${type}`,
);
export const numberWithMethod = says(
  'number-with-method',
  ({ expected, method }: { readonly expected: Told; readonly method: string }) =>
    `${expected.text} with method ${method}`,
);
export const clusterColumn = says('cluster-column', 'the column of the clusters with type {type}');
export const clusterTypes = says(
  'cluster-types',
  ({ types }: { readonly types: readonly string[] }) => `${series(types, 'or')} with vcov.cluster`,
);
export const columnLimit = says(
  'at-most-columns',
  ({ most, type }: { readonly most: number; readonly type?: string }) =>
    `at most ${counted(most, 'column')}${type === undefined ? '' : ` with type ${type}`}`,
);
export const oneClustering = says('one-clustering', 'at most one column with type {type}');
export const robustOrClustered = says(
  'robust-or-clustered',
  'a robust or clustered type with probability weights',
);
export const otherWeights = says('other-weights', 'analytic or probability with type {type}');
export const typesWithEffects = says(
  'types-with-effects',
  (detail: {
    readonly types: readonly CovarianceFamily[];
    readonly effects: 'fixed' | 'between';
  }) =>
    `${families(detail.types, 'or')} with ${detail.effects === 'fixed' ? 'fixed effects' : 'effects between'}`,
);
export const typesWithInstruments = says(
  'types-with-instruments',
  (detail: {
    readonly types: readonly CovarianceFamily[];
    /** The kinds that need the leverages of least squares. */
    readonly others: readonly CovarianceFamily[];
  }) =>
    `${families(detail.types, 'or')} with instruments, as ${families(detail.others, 'and')} need the leverages of least squares`,
);
export const clusterWithColumn = says('cluster-with-column', 'cluster with weight.cluster');
export const uncentred = says('uncentred', 'false with type unadjusted');
export const asInFormula = says(
  'as-in-formula',
  ({ value }: { readonly value: unknown }) =>
    `${JSON.stringify(value)}, as the formula says, or no such option in the formula`,
);
export const noLevelResiduals = says(
  'no-level-residuals',
  'false, as system is false and has no level residuals',
);
export const noSetsWithComponents = says(
  'no-sets-with-components',
  'no sets with pca, whose components mix the groups',
);
const obstacles = {
  steps: 'steps 1, which have no weight for the conditions',
  clusters: 'vcov.cluster',
  'doubly-corrected': 'vcov.type doubly-corrected',
  weights: 'weights',
};
export const noNonlinear = says(
  'no-nonlinear',
  ({ because }: { readonly because: keyof typeof obstacles }) => `false with ${obstacles[because]}`,
);
/** Types of the covariance of a dynamic panel. */
export const dynamicTypes = says(
  'dynamic-types',
  (detail: {
    readonly types: readonly string[];
    readonly setting: 'weights' | 'steps 1' | 'steps cue' | 'vcov.cluster';
  }) => {
    const setting = detail.setting === 'weights' ? 'probability weights' : detail.setting;
    return `${series(detail.types, 'or')} with ${setting}`;
  },
);
export const onlyIterated = says('only-iterated', 'windmeijer-step only with steps iterated');
const places = {
  level: 'level, as transform is level',
  untransformed: 'none, as transform is level',
  transformed: 'diff or both, as system is false',
  'level-group': 'none, as the group serves the level equation',
  single: 'equation diff or level with passthru',
};
export type GroupPlace = keyof typeof places;

/** The equation or the transformation of a group of instruments. */
export const placeOfGroup = says(
  'place-of-group',
  ({ place }: { readonly place: GroupPlace }) => places[place],
);
