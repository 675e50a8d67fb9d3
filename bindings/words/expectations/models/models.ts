/** What the keys of models may hold, in English. */
import { says, type Told } from '../../told.js';

export const modelOf = says('model-of', 'a model of {estimator}');
export const formulaOrOptions = says(
  'formula-or-options',
  () => `a formula or options such as { formula: 'y ~ x' }`,
);
export const aColumnName = says('column-name', 'a column name');
export const columnByOption = says(
  'column-by-option',
  'a column name ({option} at the command line)',
);
const addPanel = 'add --unit and --time, or panel: {unit, time} in a model';
export const panelKeys = says(
  'panel-keys',
  () => `{unit, time}, the columns of units and periods (${addPanel})`,
);
export const panelWithEffects = says(
  'panel-with-effects',
  ({ effects }: { readonly effects: string }) =>
    `{unit, time} with effects ${effects} (${addPanel})`,
);
export const orderColumn = says(
  'order-column',
  ({ type }: { readonly type: string }) =>
    `a column that orders the rows, as ${type} needs one (--order; or ${addPanel})`,
);

/** At least one of something. */
export const oneOrMore = says(
  'at-least-one',
  ({ of }: { readonly of: 'variable' | 'column' | 'instrument' | 'value' }) => `at least one ${of}`,
);
export const listWith = says(
  'list-with',
  ({ of }: { readonly of: Told }) => `a list of ${of.text}`,
);
export const differingValues = says('differing-values', 'values that differ');
export const formulaSuch = says('formula-such', 'a formula such as n ~ L.n + w');
export const aFormula = says('formula', 'a formula');
export const rowFilter = says('row-filter-such', 'a row filter such as year >= 1978');
export const oneSampleKey = says('one-sample-key', 'only one of samples, split and fsplit');
export const splitColumn = says(
  'split-column',
  'numbers, or texts without quotes in them; name other samples by samples',
);
export const labelsByName = says('labels-of-model', 'labels by name');
export const nameOfModel = says('name-of-model', 'a name of the model');
export const anAddress = says('address', 'an address');
export const aTerm = says('term', 'a variable such as n or L1.n');
export const termOfFormula = says('term-of-formula', 'a term of a formula such as log(w) or L.k');
export const anInstrument = says('instrument', 'an instrument of the formula');
export const aCoefficient = says('coefficient', 'a coefficient');
export const aVariable = says('variable', 'a variable');
export const keyedLists = says(
  'keyed-lists',
  ({ keys }: { readonly keys: readonly string[] }) => `a list of {${keys.join(', ')}}`,
);
export const groupsOrRoles = says('groups-or-roles', () => 'a list of {vars, lags}, or roles');
export const pairOfLags = says(
  'pair-of-lags',
  'a pair [a, b] of whole numbers with a <= b, or [a, null] for all from a on',
);
export const numberOfComponents = says(
  'number-of-components',
  'true, false or a whole number of at least 1',
);
export const nameOfGroup = says('name-of-group', 'the name of a group');
export const numberOfLags = says('number-of-lags', 'a number of lags of at least 0, or auto');
export const lastLags = says(
  'last-lags',
  'whole numbers, null for the deepest lag, or a list of them for each group',
);
export const rolesByVariable = says('roles-by-variable', 'roles by variable');
export const pairOfShares = says('pair-of-shares', 'a pair [low, high] of numbers from 0 to 1');
export const setOfTerms = says('set-of-terms', 'terms in a text or a list, or null for none');
export const eachTermOnce = says('each-term-once', 'each term once');
export const filterOrAll = says(
  'filter-or-all',
  'a row filter such as "year >= 2018", or null for all rows',
);
export const filtersByName = says(
  'filters-by-name',
  () => 'row filters by name such as {all: null, late: "year >= 2018"}',
);
export const covariances = says('covariances', 'types such as HC1 or keys of vcov');
export const outcomes = says('outcomes', 'outcomes');
export const methods = says('methods', 'methods');
export const setsOfInstruments = says('sets-of-instruments', 'sets of instruments');
export const setsOfControls = says(
  'sets-of-controls',
  'all, or a list of sets of controls such as [[], [x, z]]',
);
export const statistics = says(
  'statistics',
  'params, hansen, diffHansen, ar, firstStageF, andersonRubin or an expression such as w/(1-L1.n)',
);
export const clusterScheme = says(
  'cluster-scheme',
  'cluster, as the moments of dpd are sums over units that are drawn whole',
);
