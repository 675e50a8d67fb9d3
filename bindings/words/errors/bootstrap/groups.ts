/** Errors of comparisons of groups, in English. */
import { type Lists, says, type Texts, type Told } from '../../told.js';
import { omittedReason } from '../../text/omitted.js';

function inGroup(name: string, explainedBy: readonly string[], group: string): string {
  const constant = explainedBy.length === 1 && explainedBy[0] === '_cons';
  return `${name} is ${constant ? 'constant' : omittedReason(explainedBy)} in group ${group}`;
}

export const emptyGroup = says(
  'empty-sample/group',
  'group {group} has no row in the sample; merge it with another group, or leave it out (--levels)',
);
export const groupOfOneUnit = says(
  'too-few-clusters/group',
  'group {group} has one unit of {column}, which has no clustered error; merge it with another group, or leave it out (--levels)',
);
export const oneEstimated = says(
  'one-group/estimated',
  ({
    group,
    cause,
  }: {
    readonly path: string;
    readonly found: string;
    readonly group: string;
    readonly cause: Told;
  }) => `expected at least two groups that can be estimated, found ${group} only; ${cause.text}`,
);
export const unknownInGroup = says(
  'unknown-coefficient/group',
  ({ found, group, names }: Texts<'path' | 'found' | 'group'> & Lists<'names'>) =>
    `expected a coefficient of group ${group} (${names.join(', ')}), found ${found}`,
);
export const omittedInGroup = says(
  'omitted-coefficient/group',
  ({ coefficient, explainedBy, group }: Texts<'coefficient' | 'group'> & Lists<'explainedBy'>) =>
    `${inGroup(coefficient, explainedBy, group)}, so it has no coefficient there; compare another regressor (--of) or the other groups (--levels)`,
);
export const collinearInGroup = says(
  'rank-deficient/group',
  ({ coefficient, explainedBy, group }: Texts<'coefficient' | 'group'> & Lists<'explainedBy'>) =>
    `${inGroup(coefficient, explainedBy, group)}; leave it out or pool it (--common)`,
);
export const notCommon = says(
  'bad-value/common',
  ({
    estimator,
  }: {
    readonly path: string;
    readonly expected: boolean;
    readonly found: boolean;
    readonly estimator: string;
  }) => `expected false with ${estimator}, found true; estimate the groups separately`,
);
export const manyGroups = says(
  'many-groups',
  ({ found, count }: { readonly path: string; readonly found: string; readonly count: number }) =>
    `expected the groups of a column, found ${found} with ${count} different numbers; use --continuous to interact with it, or choose values (--levels)`,
);
export const sameColumn = says(
  'bad-value/compared-column',
  ({ found }: { readonly path: string; readonly found: string }) =>
    `expected another column than the compared regressor, found ${found}, which does not vary within its groups; for groups of its size use build with cut()`,
);
export const otherLevel = says(
  'bad-value/level',
  ({ found, by, values }: Texts<'path' | 'found' | 'by'> & Lists<'values'>) =>
    `expected values of ${by} (${(values.length > 10 ? [...values.slice(0, 10), '…'] : values).join(', ')}), found ${found}`,
);
export const oneGroup = says(
  'one-group/values',
  ({ found, count }: { readonly path: string; readonly found: string; readonly count: number }) =>
    `expected at least two groups, found ${count} of ${found}; use another column (--by) or name two values (--levels)`,
);
export const unknownModerated = says(
  'unknown-coefficient/moderated',
  ({ found, known }: Texts<'path' | 'found'> & Lists<'known'>) =>
    `expected a regressor (${known.join(', ')}), found ${found}`,
);
export const dynamicModerator = says(
  'bad-value/continuous',
  ({ of, by }: { readonly path: string; readonly of: string; readonly by: string }) =>
    `expected ols, panel, iv or gmm, found dpd; add ${of}:${by} and its instruments to the model and use margins`,
);
export const omittedProduct = says(
  'omitted-coefficient/product',
  ({ found, of }: { readonly path: string; readonly found: string; readonly of: string }) =>
    `${found} is a linear combination of other regressors, so the effect of ${of} cannot change with it`,
);
export const textModerator = says(
  'bad-value/text-moderator',
  ({ found }: { readonly path: string; readonly found: string }) =>
    `expected a column of numbers with continuous, found ${found}, a text; leave out continuous to compare its groups`,
);
export const unknownInPair = says('unknown-coefficient/pair', 'no {of} in the pair');
