/** What the keys of data and their steps may hold, in English. */
import { says } from '../../told.js';

export const aQuery = says('query', 'a query');
export const columnOrList = says('column-or-list', 'a column name or a list of them');
export const newNames = says(
  'new-names',
  () => 'new names by the names in the file, such as {gdp: gdp_us}',
);
export const fileAndOn = says(
  'file-and-on',
  () => 'a file and on, such as {file: prices.csv, on: year}',
);
export const aPattern = says('pattern', () => 'a pattern such as gdp{year}');
export const patternsByName = says(
  'patterns-by-name',
  () => 'patterns by the names of new columns, such as {gdp: "gdp{year}"}',
);
export const longOrWide = says('long-or-wide', 'long, wide, groups or layout, one of them');
export const anExpression = says('expression', 'an expression such as log(x)');
export const places = says(
  'places',
  ({ words }: { readonly words: readonly string[] }) =>
    `${words.join(', ')}, or numbers from the lowest up`,
);
export const stepsByName = says(
  'steps-by-name',
  () => 'expressions, splits and indices by the names of new columns, such as {lnx: log(x)}',
);
