/** Warnings about tables, figures and studies. */
import { count } from '../../text/counts.js';
import { counted } from '../../text/messages.js';
import { contentsText } from '../../contents.js';
import type { PaperWarnings } from '../../details/papers.js';
import type { Sentences } from '../../warning.js';

/** Most names of statistics in a warning. */
const mostNamed = 6;

export const paperWarnings: Sentences<PaperWarnings> = {
  'not-checked': (detail) => {
    const table = `table ${detail.table}`;
    switch (detail.of) {
      case 'table':
        return `${table}: nothing could be checked in ${contentsText(detail)}; say in the notes what numbers in brackets are, or write it in the long form`;
      case 'statistics': {
        const { names, near } = detail;
        const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
        const named = names.slice(0, mostNamed).map((name) => `"${name}"`);
        const meant = near === undefined ? '' : ` (did you mean "${near}"?)`;
        return `${table}: no rule reads ${names.length === 1 ? 'the statistic' : 'the statistics'} ${named.join(', ')}${more}${meant}`;
      }
      case 'enclosed':
        return `${table}: nothing says whether numbers in ${detail.kind} are standard errors, t or p, so they are not checked; say so in the notes`;
      case 'number': {
        const row = detail.row === undefined ? '' : `, ${detail.row}`;
        return `${table}, column ${detail.column}${row}: ${detail.name} "${detail.text}" is no number, so it is not checked`;
      }
    }
  },
  'default-left-out': ({ model, estimator, keys }) =>
    `${model}: ${counted(keys.length, 'default')} left out, which ${keys.length === 1 ? 'does' : 'do'} not apply to ${estimator}: ${keys.join('; ')}`,
  'table-too-wide': ({ columns, style, most }) =>
    `${columns} columns do not fit a page in the style ${style}, which has room for ${most}; split the table`,
  'stars-without-legend': ({ marks }) =>
    `the notes do not say what ${marks.join(', ')} mean; add auto to notes`,
  'errors-unnamed': () => 'the notes do not name the kind of standard errors; add auto to notes',
  'samples-differ': ({ columns, nobs }) =>
    `columns ${columns[0]} and ${columns[1]} nest, but have ${nobs[0]} and ${nobs[1]} observations; estimate both on the rows of the smaller sample`,
  'stars-lost-in-bootstrap': ({ column, terms }) =>
    `column ${column}: ${terms.join(', ')} would lose stars by the p-values of the bootstrap`,
  'tiny-coefficients': ({ column, terms }) =>
    `column ${column}: ${terms.join(', ')} or its standard error would print as zero and has significant digits instead; measure the regressor in larger units`,
  'external-p': ({ terms }) =>
    `no p-value follows for ${terms.slice(0, 5).join(', ')}${terms.length > 5 ? ` and ${terms.length - 5} more` : ''} of another program, so they have no stars; add a column p, or the statistic dfResid`,
  'external-columns': ({ columns }) =>
    `${columns.slice(0, 5).join(', ')}${columns.length > 5 ? ` and ${columns.length - 5} more columns` : ''} of another program ${columns.length === 1 ? 'is' : 'are'} not used`,
  'no-interval': ({ terms, of }) => {
    const named = terms.slice(0, 5).join(', ');
    if (of === 'steps') return `${named}: no confidence interval; the point alone is drawn`;
    return `${named}${terms.length > 5 ? ` and ${terms.length - 5} more` : ''} have no confidence interval in some model; the point alone is drawn`;
  },
  'no-band': () =>
    'the covariance of these coefficients is singular, so there is no band for all of them at once',
  'leverage-of-one': ({ rows }) =>
    `${counted(rows, 'row')} with leverage one ${rows === 1 ? 'has' : 'have'} no standardized residual and ${rows === 1 ? 'is' : 'are'} not drawn`,
  'without-estimate': (detail) => {
    const { failed } = detail;
    if (detail.of === 'units')
      return `without ${failed} of the units the model cannot be estimated`;
    if (detail.of === 'windows') {
      return `${failed} of ${detail.windows} windows of lags cannot be estimated or have no Hansen test`;
    }
    return `${count(failed)} ${failed === 1 ? 'specification' : 'specifications'} cannot be estimated and ${failed === 1 ? 'is' : 'are'} not drawn`;
  },
};
