/** Explanations of the findings on tables for papers. */
import type { Entries } from './explanation.js';
import { sources as s } from './sources.js';

export const tableWarnings = {
  'unknown-label': [
    'A label is given for a name that the result does not have.',
    'No text was replaced. Often the name is misspelt.',
    'Write the name as the table prints it without labels, or leave the label out.',
  ],
  'default-left-out': [
    'A default of the study is a key that the estimator of this model does not have.',
    'The model is estimated without it; the others keep it.',
    'Write the key in the models that it is for, or leave it out of defaults.',
  ],
  'table-too-wide': [
    'The table has more columns than fit a page in its style.',
    'Print would shrink the table until it cannot be read, or cut columns off.',
    'Split the models into several tables or panels, or choose a style with more room.',
  ],
  'wide-table': [
    'The table needs more than the width of the page of its format.',
    'It is shrunk, turned sideways or split, so that no column runs off the page.',
    'Choose with wide: scale, sideways or split, leave out columns, or stack panels.',
  ],
  'long-table': [
    'The table has more lines than a page of its format.',
    'It runs over several pages, each with the headings, unless long: whole keeps it in one piece.',
    'Leave out terms with keep, drop, fold or indicate if readers do not need them.',
  ],
  'key-without-effect': [
    'The table has a key that this format cannot show.',
    'The table is written without it, as text has no colours and CSV no pages.',
    'Leave the key out, or write the table in another format.',
  ],
  'stars-without-legend': [
    'Estimates have stars, and the notes do not say what the stars mean.',
    'Journals use different levels, so readers cannot tell what a star means.',
    'Add auto to notes, or set stars: false.',
  ],
  'errors-unnamed': [
    'The notes do not name the kind of standard errors.',
    'Readers cannot judge the significance of an estimate without knowing whether errors are robust or clustered, and by what.',
    'Add auto to notes, or name the kind there.',
  ],
  'samples-differ': [
    'All regressors of one model are in another, and the two have different numbers of observations.',
    'A coefficient that differs between them may do so because of the rows, not because of the added regressors.',
    'Estimate both on the rows of the smaller sample, for instance with where.',
    s.wooldridge,
  ],
  'stars-lost-in-bootstrap': [
    'The p-value of the bootstrap gives a coefficient fewer stars than the p-value that the table uses.',
    'The stars depend on the asymptotic approximation, which is the less accurate of the two with few clusters.',
    'Report the p-values or intervals of the bootstrap next to the estimates.',
    s.cameronMiller,
  ],
  'tiny-coefficients': [
    'A coefficient or its standard error differs from zero, but would be printed as 0.000 with the decimals of the table.',
    'It has two significant digits instead, so it cannot be compared at a glance with others.',
    'Measure its regressor in larger units, such as thousands, or set digits to {significant: 3}.',
    s.wooldridge,
  ],
  'external-p': [
    'The coefficients of another program have neither p-values nor what they follow from.',
    'A table prints them without stars, because a guess of the degrees of freedom could give wrong ones.',
    'Add a column p or z, or the residual degrees of freedom as the statistic dfResid.',
    s.wooldridge,
  ],
  'external-columns': [
    'A table of coefficients of another program has columns that are neither a part of a coefficient nor equal in all rows.',
    'Only names such as term, estimate, se, t, p, low and high are read, and columns that are equal in all rows are statistics.',
    'Rename the column if the table should show it, or delete it.',
    s.wooldridge,
  ],
  'not-checked': [
    'A printed table has a number that cannot be read, or a statistic that no rule of the audit reads.',
    'The number is not compared with the others of its table, right or wrong.',
    'Correct the text, or use the names of statistics in the reference of check.',
  ],
  'partial-first-stage': [
    'A table shows the first stage of a saved result, which holds the coefficients of the excluded instruments only.',
    'The exogenous regressors are in the first stage as well; their coefficients are not in the table.',
    'Pass the model, not its saved result: the first stage is then estimated in full.',
    s.wooldridge,
  ],
} satisfies Entries;
