/** Details of warnings about tables, figures and studies. */
import type { LabelWarnings, PaperWarnings } from '../../../../bindings/words/details/papers.js';
import type { Samples } from './samples-type.js';

export const papers: Samples<PaperWarnings> = {
  'not-checked': [
    {
      ...{ table: 'T2', of: 'table', coefficients: 4, alone: true },
      ...{ unnamed: ['parentheses'], statistics: 1 },
    },
    { table: 'T2', of: 'statistics', names: ['rho'], near: 'r2' },
    { table: 'T2', of: 'statistics', names: ['rho', 'zeta'] },
    { table: 'T2', of: 'enclosed', kind: 'brackets' },
    { table: 'T2', of: 'number', column: '3', row: 'gdp', name: 'se', text: '0.1a' },
    { table: 'T2', of: 'number', column: '3', name: 'n', text: '12x' },
  ],
  'default-left-out': [
    { model: 'T3.1', estimator: 'dpd', keys: ['weights'] },
    { model: 'T3.1', estimator: 'dpd', keys: ['weights', 'absorb'] },
  ],
  'table-too-wide': [{ columns: 12, style: 'aer', most: 8 }],
  'stars-without-legend': [{ marks: ['*', '**'] }],
  'errors-unnamed': [{}],
  'samples-differ': [{ columns: ['(1)', '(2)'], nobs: [840, 751] }],
  'stars-lost-in-bootstrap': [{ column: '(2)', terms: ['w', 'k'] }],
  'tiny-coefficients': [{ column: '(2)', terms: ['gdp', 'population'] }],
  'external-p': [{ terms: ['w', 'k'] }, { terms: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }],
  'external-columns': [{ columns: ['idnum'] }, { columns: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }],
  'no-interval': [
    { terms: ['w'], of: 'models' },
    { terms: ['a', 'b', 'c', 'd', 'e', 'f'], of: 'models' },
    { terms: ['w'], of: 'steps' },
  ],
  'no-band': [{}],
  'leverage-of-one': [{ rows: 1 }, { rows: 3 }],
  'without-estimate': [
    { of: 'specifications', failed: 1 },
    { of: 'specifications', failed: 12 },
    { of: 'units', failed: 2 },
    { of: 'windows', failed: 1, windows: 7 },
  ],
};

export const labels: Samples<LabelWarnings> = {
  'unknown-label': [{ name: 'gpd', suggestion: ' (did you mean "gdp"?)' }],
};
