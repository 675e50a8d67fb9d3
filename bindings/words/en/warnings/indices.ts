/** Warnings about composite indices. */
import { counted, listed } from '../../text/messages.js';
import type { IndexWarnings } from '../../details/indices.js';
import type { Sentences } from '../../warning.js';

export const indexWarnings: Sentences<IndexWarnings> = {
  'no-score': ({ without, rows }) =>
    `${without} of ${rows} rows have no score, as they lack an indicator`,
  'ln-periods': () =>
    'entropies are divided by the logarithm of the number of periods instead of rows, a known fault: redundancies are negative and the order of the weights is reversed',
  'zero-score': ({ rows }) =>
    `the geometric mean is 0 in ${counted(rows, 'row')} where an indicator is at its worst; add a shift to rank them`,
  'low-kmo': ({ kmo }) =>
    `the Kaiser-Meyer-Olkin measure is ${kmo.toFixed(2)}, below 0.5: the indicators share too little for one index`,
  'tied-components': ({ components }) =>
    `${listed(components.map((place) => `PC${place}`))} have equal eigenvalues, so their loadings and scores are not determined: rounding chooses them; use other columns or another method`,
};
