/** What analyses and readers of results take, in English. */
import { counted } from '../../text/messages.js';
import { says, type Told } from '../../told.js';

export const resultOfFit = says('result-of-fit', 'a result of fitModel');
export const textOrTexts = says('text-or-list-of-texts', 'a text or a list of texts');
export const listOfCoefficients = says('list-of-coefficients', 'a list of coefficients');
export const twoColumnsOfNumbers = says('two-columns-of-numbers', 'two or more columns of numbers');
export const columnAsTimeIsGiven = says(
  'column-as-time-is-given',
  'the name of a column, as time is given',
);
export const eachNameOnce = says('each-name-once', 'each name once');
export const nameTwice = says('name-twice', '{name} twice');
export const columnsWithFewValues = says(
  'columns-with-few-values',
  'columns with at most {most} values',
);
export const valuesOfColumn = says(
  'values-of-column',
  ({ count, column }: { readonly count: number; readonly column: string }) =>
    `${counted(count, 'value')} of ${column}`,
);
export const nameAndExplanation = says('name-and-explanation', 'a name and what explains it');
export const listOfOmitted = says('list-of-omitted', () => 'a list of {name, explainedBy}');
export const coefficientsByName = says('coefficients-by-name', 'coefficients by name');
export const rowOfNumbers = says('row-of-numbers', 'a row of numbers');
export const rowsOfNumbers = says('rows-of-numbers', 'rows of numbers');
export const namesAndValues = says('names-and-values', 'names and values');
export const valuesByName = says('values-by-name', 'values by name');
export const aResult = says('result', 'a result');
export const someText = says('some-text', 'text');
export const valuesOf = says('values-of', ({ count }: { readonly count: number }) =>
  counted(count, 'value'),
);
export const exactly = says('exactly', ({ value }: { readonly value: unknown }) =>
  JSON.stringify(value),
);
export const kindOfResult = says('kind-of-result', ({ kind }: { readonly kind: string }) => kind);
export const anyOfThese = says('any-of-these', ({ these }: { readonly these: readonly Told[] }) =>
  these.map(({ text }) => text).join(' or '),
);
export const squareOfCoefficients = says(
  'square-of-coefficients',
  'a square matrix with the names of the coefficients',
);
export const rowsForNames = says(
  'rows-for-names',
  ({ rows, names }: { readonly rows: number; readonly names: number }) =>
    `${counted(rows, 'row')} for ${counted(names, 'name')}`,
);
export const partsTogether = says('parts-together', 'a result whose parts belong together');
