/** Errors of multiverses and influences, in English. */
import { omittedReason } from '../../text/omitted.js';
import { says } from '../../told.js';
import { counted, listed, showWord } from '../../text/messages.js';

export const noCluster = says(
  'bad-value/no-cluster',
  ({ found }: { readonly path: string; readonly found: string }) =>
    `expected none, found ${found}; in a dynamic panel units are left out`,
);
export const perfectFit = says(
  'no-spread/perfect-fit',
  'influence: expected residuals, found an essentially perfect fit of {depvar}: its standard errors are 0, and changes are measured in them; use an outcome that the regressors do not explain exactly',
);
export const noStandardError = says(
  'no-spread/no-error',
  'influence: expected a coefficient with a standard error, as changes are measured in it, found none; use another vcov',
);

interface Choice {
  /** The key of the choice, such as `multiverse.over.h`. */
  readonly path: string;
}

export const choiceTwice = says(
  'bad-value/choice-twice',
  ({ found }: Choice & { readonly found: unknown }) =>
    `expected values that differ, found ${showWord(found)} twice; leave one out`,
);
export const rebuiltTwice = says(
  'bad-value/rebuilt-twice',
  ({ column }: { readonly column: string }) =>
    `${column} is built from itself and from a column that varies, so it cannot be built again; give its step another name`,
);
export const badCondition = says(
  'bad-value/condition',
  ({
    found,
    choices,
  }: {
    readonly path: string;
    readonly found: string;
    readonly choices: readonly { readonly name: string; readonly values: readonly unknown[] }[];
  }) =>
    `expected if A = B then not C = D, with ${choices.map(({ name, values }) => `${name} = ${values.join(' or ')}`).join('; ')}, found ${showWord(found)}`,
);
export const changingCoefficient = says(
  'bad-value/changing-coefficient',
  ({ term }: Choice & { readonly term: string }) =>
    `expected a coefficient of interest with one name for all outcomes, found ${term}, which changes with the outcome`,
);
export const severalOutcomes = says(
  'bad-value/outcomes',
  ({ text }: Choice & { readonly text: string }) => `expected one variable each, found ${text}`,
);
export const interestAmongControls = says(
  'bad-value/controls',
  ({ term, set }: Choice & { readonly term: string; readonly set: string }) =>
    `expected regressors other than ${term}, found ${term} in "${set}"; leave it out, as every specification has it`,
);
export const listsOfLags = says(
  'bad-value/last-lags',
  ({ groups, found }: Choice & { readonly groups: number; readonly found: number }) =>
    `expected one list of last lags, or one per group under gmm (${groups}), found ${found}`,
);
export const uninstrumentedRole = says(
  'unknown-variable/roles',
  'expected variables listed under gmm or iv, found {variable}',
);
export const emptyFilter = says(
  'empty-sample/filter',
  ({ filter, rows }: Choice & { readonly filter: string; readonly rows: number }) =>
    `expected a filter that keeps rows, found ${filter}, which keeps none of ${counted(rows, 'row')}; change or leave out the filter`,
);

interface Cap {
  readonly cap: number;
  /** Specifications. */
  readonly found: number;
}

const allow = 'raise the limit with cap or --yes';

export const tooManySpecifications = says(
  'too-many-specifications',
  ({ cap, found }: Cap) => `expected at most ${cap} specifications, found ${found}; ${allow}`,
);
export const tooManyReplicates = says(
  'too-many-specifications/replicates',
  ({ most, found, reps }: Cap & { readonly most: number; readonly reps: number }) =>
    `expected at most ${most} replicates in total, found ${reps} for each of ${found} specifications; ${allow}`,
);
export const unknownCoefficient = says(
  'unknown-coefficient/interest',
  (detail: {
    readonly coefficient: string;
    readonly available: readonly string[];
    readonly near: string | undefined;
  }) => {
    const hint = detail.near === undefined ? '' : ` (did you mean "${detail.near}"?)`;
    return `expected one of ${listed(detail.available)}, found ${detail.coefficient}${hint}`;
  },
);

/** Of a specification; `explainedBy` are the columns of a regressor that was left out. */
export const noCoefficient = says(
  'no-coefficient',
  (detail: {
    readonly coefficient: string;
    readonly explainedBy: readonly string[] | undefined;
  }) => {
    const { coefficient, explainedBy } = detail;
    const reason = explainedBy === undefined ? '' : `, as it is ${omittedReason(explainedBy)}`;
    return `the specification has no coefficient ${coefficient}${reason}`;
  },
);
