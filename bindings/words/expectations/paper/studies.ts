/** What a study may hold, in English. */
import { says } from '../../told.js';
import { type PlaceDetail, placeText } from '../../places.js';

/** A name that may mean two columns. */
interface TwoColumns {
  /** The name that means the first only. */
  readonly written: string;
  readonly column: PlaceDetail;
  readonly estimate: PlaceDetail;
  readonly estimateColumn: string;
  readonly term: string;
}

export const partsOfStudy = says('parts-of-study', 'tables and what they need');
export const nameOfPart = says('name-of-part', 'names of letters, digits, - and _, such as T4');
export const unusedName = says('unused-name', 'a name that {other} do not have');
export const oneTable = says('one-table', 'at least one table');
export const oneOfKeys = says(
  'one-of-keys',
  ({ words }: { readonly words: readonly string[] }) => `one of the keys ${words.join(', ')}`,
);
export const splitOfTable = says(
  'split-of-table',
  () => 'samples: {name: filter}; a table takes split: {by: column} next to model',
);
export const groupsToCompare = says('groups-to-compare', 'groups to compare');
export const modelKeys = says('model-keys', 'a model: estimator, formula and others');
export const onceAtTop = says('once-at-top', '{key} once, at the top of the study');
export const setsWithoutCircle = says('sets-without-circle', 'sets that do not contain themselves');
export const oneColumn = says('one-column', 'one column, such as {column}');
export const columnOfEstimates = says(
  'column-of-estimates',
  ({ column }: { readonly column: string | undefined }) =>
    `a column of estimates${column === undefined ? '' : `, such as ${column}`}`,
);
export const oneOfTwoColumns = says(
  'one-of-two-columns',
  ({ written, column, estimate, estimateColumn, term }: TwoColumns) =>
    `"${written}" for ${placeText(column)}, or ${estimateColumn} for ${placeText(estimate)}, as both have ${term}`,
);
export const studyWithPanel = says('study-with-panel', 'a study with panel');
export const aColumn = says('column-of-table', 'a column such as T5.2');
export const tablesAndColumns = says(
  'tables-and-columns',
  'tables and columns, such as [T4, T5.2]',
);
export const someCoefficients = says('some-coefficients', 'coefficients');
export const listOfLevels = says('list-of-levels', 'a list of confidence levels');
export const columnOrTrue = says('column-or-true', 'a column, or true');
export const twoColumns = says('two-columns', 'two columns or more');
export const listOfColumnsOfData = says('list-of-columns-of-data', 'a list of columns');
export const rowFilter = says('row-filter', 'a row filter such as year >= 1978');
export const someOf = says(
  'some-of',
  ({ words }: { readonly words: readonly string[] }) => `${words.join(', ')} or several of them`,
);
export const compareKeys = says(
  'compare-keys',
  'of, the coefficient to compare, and by, the methods',
);
export const differentValues = says('different-values', 'a list of two or more different values');
export const byColumn = says('by-column', 'by, the column of the groups');
export const cutOrLevels = says(
  'at-or-levels',
  'at, which cuts the column, or levels, its values, not both',
);
export const levelNeedsCut = says('at-with-level', 'at with level');
export const listOfModels = says('list-of-models', 'a list of models');
export const oneModel = says('one-model', 'a list of at least one model');
export const externalWithoutPanels = says('external-without-panels', 'a table without panels');
export const aPath = says('path-of-file', 'a path');
export const aClaim = says('claim-text', 'a claim such as "T4.2: Gov > 0 at 0.01"');
export const anAddress = says('address-of-schema', 'an address');
export const formatVersion = says('format-version', '1, the version of the format');
export const namesByName = says('names-by-name', 'lists of names by name');
export const claimsByKey = says('claims-by-key', 'claims by name');
export const claimsByName = says('claims-by-name', 'claims by their names');
export const parsedClaims = says('parsed-claims', 'claims by their names, or those of parseClaim');
export const claimWithWords = says('claim-with-words', () => 'a text, or {claim, says}');
export const namesOfParts = says('names-of-parts', 'a list of names of tables and figures');
export const namesOfClaims = says('names-of-claims', 'a list of names of claims');
export const namesOfTables = says('names-of-tables', 'names of tables');
export const keptResultsOf = says('kept-results', 'what keptResults returned');
export const aStorage = says('study-storage', 'a storage with read and write');
export const numberAboveZero = says('number-above-zero', 'a number above 0');
export const svgByFigure = says('svg-by-figure', 'SVG by figure');
export const nameOfStudyFile = says('name-of-study-file', 'the name of a study file');
export const nameOfDataFile = says('name-of-data-file', 'the name of a data file');
export const resultOfStudy = says('result-of-study', 'the result of a study');
export const numbersOfStudy = says('numbers-of-study', 'the numbers of a study');
export const aWarning = says('a-warning', 'a warning');
export const aJudgedClaim = says('judged-claim', 'a judged claim');
export const errorOfOurs = says('error-of-ours', 'an error of wasmetrics');
export const aFailure = says('failed-part', 'a part of a study that failed');
export const placeOfData = says('place-of-data', 'a path, or a place of data');
export const aFile = says('some-file', 'a file');
export const fileOrKeys = says('file-or-keys', 'the name of a file, or keys and plain values');
