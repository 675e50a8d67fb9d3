/** Errors of tables of papers, in English. */
import { says } from '../../told.js';
import { show } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

interface UnknownName {
  readonly path: string;
  readonly found: string;
  readonly meant: Suggestion;
}

export const unknownRow = says(
  'unknown-term/row',
  ({ found, meant }: UnknownName) =>
    `expected the name of a term, a statistic or a row, found ${found}${suggested(meant)}`,
);
export const unknownTerm = says(
  'unknown-term/pattern',
  ({ found, meant }: UnknownName) => `no model has a term ${found}${suggested(meant)}`,
);
export const notStatistic = says(
  'bad-value/table-statistic',
  ({ found }: { readonly path: string; readonly found: string }) =>
    `expected paths such as hansen.p or ar[2].p, found ${found}`,
);
export const unknownStatistic = says(
  'unknown-statistic',
  ({ found, meant }: UnknownName) => `no model has the statistic ${found}${suggested(meant)}`,
);

/** Two keys that exclude each other. */
interface Both {
  readonly path: string;
}

export const cellsAndBelow = says<'bad-value/cells-and-below', [Both]>(
  'bad-value/cells-and-below',
  () => 'expected cells or below, found both; put the lines into cells',
);

export const termsAndKeep = says<'bad-value/terms-and-keep', [Both]>(
  'bad-value/terms-and-keep',
  () => 'expected terms or keep, found both; put all terms into terms',
);
export const notTemplate = says(
  'bad-value/cell-template',
  ({
    found,
    known,
    meant,
  }: {
    readonly path: string;
    readonly found: string;
    readonly known: readonly string[];
    readonly meant: Suggestion | undefined;
  }) =>
    `expected a text with {estimate}, {stdError} or another of ${known.join(', ')} in braces, found ${show(found)}${meant === undefined ? '' : suggested(meant)}`,
);
export const noGroups = says(
  'no-groups',
  'expected a description of two groups or more, found {groups}; describe the data with by',
);
export const noColumn = says(
  'bad-value/no-column',
  ({
    models,
    missing,
  }: {
    readonly path: string;
    readonly models: number;
    /** The number of a model that no column shows. */
    readonly missing: number;
  }) => `expected a column for each of ${models} models, found none for model ${missing}`,
);

export const moderatorInTable = says<'bad-value/moderator', [{ readonly path: string }]>(
  'bad-value/moderator',
  () => 'expected groups, found a moderator; use margins',
);

export const exponentiatedAndStandardized = says<
  'bad-value/exponentiated-and-standardized',
  [Both]
>(
  'bad-value/exponentiated-and-standardized',
  () => 'expected exponentiate or standardize, found both',
);
export const notStandardized = says(
  'no-rows/standardized',
  ({ title }: { readonly path: string; readonly title: string }) =>
    `standardised coefficients need a linear model without weights that was estimated in this run, found ${title}`,
);

export const externalColumns = says(
  'bad-value/external-columns',
  'expected columns with terms and estimates, such as term and estimate, found {found}; data need a formula',
);
export const externalNumber = says(
  'bad-value/external-number',
  'row {row}, {column}: expected a number that is possible there, found {found}',
);
export const externalTwice = says(
  'bad-value/external-term',
  ({ term, model }: { readonly term: string; readonly model: string }) =>
    `the term ${term} is twice${model === '' ? '' : ` in model ${model}`}; name the models in a column model`,
);
