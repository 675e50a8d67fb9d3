/** What a table of a paper may hold, in English. */
import { says, type Told } from '../../told.js';

export const resultList = says('list-of-results', 'a list with at least one result');
export const aPaperTable = says('paper-table', 'a table as regressionTable returns it');
export const insideColumns = says('inside-columns', 'cells and headings in its {n} columns');
export const aLabel = says('label', 'a label without spaces, braces and \\ % # ~ ^');
export const quartoLabelLetters = says('quarto-label', 'letters, digits and . : _ - for Quarto');
export const numberFromOne = says('number-from-one', 'a number of at least 1');
export const decimals = says(
  'decimals',
  () => 'a number of decimals from 0 to 15, or {significant: n}',
);
export const decimalsOfParts = says(
  'decimals-of-parts',
  () =>
    'a number of decimals from 0 to 15, {significant: n}, or these for estimate, error and stats',
);
export const starLevels = says('star-levels', 'levels of significance by their stars, or false');
export const levelOfStar = says(
  'level-of-star',
  ({ level }: { readonly level: Told }) => `for each star ${level.text}`,
);
export const differentLevels = says(
  'different-levels',
  'a different p-value for each kind of stars',
);
export const listOfHeadings = says(
  'list-of-headings',
  ({ words }: { readonly words: readonly string[] }) =>
    `a list of headings or {head, model, part, of, vcov}, where part is ${words.join(', ')}`,
);
export const covarianceOrList = says(
  'covariance-or-list',
  'a covariance such as HC3 or cluster:id, or a list with one or null for each column',
);
export const listOfPanels = says(
  'list-of-panels',
  () => 'a list of {title, models: [numbers of models]}',
);
export const listOfSpans = says('list-of-spans', () => 'a list of {head, over: [columns]}');
export const labelsOrNull = says('labels-or-null', 'a label or null by term');
export const namesByLabel = says('names-by-label', 'lists of names by label');
export const listOfTemplates = says(
  'list-of-templates',
  () => 'a list of templates such as "{estimate}{stars}"',
);
export const listAmong = says(
  'list-among',
  ({ words }: { readonly words: readonly string[] }) => `a list of ${words.join(', ')}`,
);
export const rowsByLabel = says(
  'rows-by-label',
  () =>
    'true, false, a list with a cell for each column, or {cells, after, before, position}, by label',
);
export const cellPerColumn = says('cell-per-column', 'a list with a cell for each column');
export const digitsByRow = says('digits-by-row', 'decimals by the names of rows');
export const cellsForColumns = says('cells-for-columns', '{n} cells, one for each column');
export const modelsUpTo = says('models-up-to', 'models from 1 to {n}');
export const headingsForModels = says('headings-for-models', '{n} headings, one for each model');
export const numberOfModel = says('number-of-model', 'the number of a model');
export const covariancesForColumns = says(
  'covariances-for-columns',
  '{n} covariances, one for each column',
);
export const columnsUpTo = says('columns-up-to', 'columns from 1 to {n}');
export const separateHeadings = says('separate-headings', 'headings over different columns');
export const statisticsWithoutUnits = says(
  'statistics-without-units',
  'statistics that need no units, as the description has none (--unit, or panel in a study)',
);
export const testsByName = says(
  'tests-by-name',
  'tests by their names, such as those in the tests of a result',
);
export const instrumentedModel = says('instrumented-model', 'a model with instruments (iv or gmm)');
export const endogenousAmong = says(
  'endogenous-among',
  ({ words }: { readonly words: readonly string[] }) =>
    `an endogenous variable (${words.join(', ')})`,
);
export const tablesById = says('tables-by-id', 'tables by identifier');
export const oneTableOfPng = says(
  'one-table-of-png',
  'a format for several tables, as a picture has one',
);
export const aColor = says('table-color', 'a colour such as #b00000');
export const aFontFamily = says('font-family', 'a font of letters, digits, spaces and hyphens');
export const points = says('points', 'points from 4 to 30');
export const styleRules = says(
  'style-rules',
  () => 'a list of {rows, columns, when, bold, italic, color, fill}',
);
export const headingsByText = says(
  'headings-by-text',
  () => 'a row, {before: row} or {after: row} by the text of the heading',
);
export const factorsByLabel = says(
  'factors-by-label',
  'names of factors, or lists of them by label',
);
export const yesAndNo = says('yes-and-no', 'two texts, for yes and for no');
export const flagOrTerms = says('flag-or-terms', 'true, false or a list of terms');
