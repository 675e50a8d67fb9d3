/** Errors of interchange: what other programs cannot express, in English. */
import { says } from '../../told.js';

export const textWhat = says('unexpressed/text', 'the text {text}');
export const encodingWhat = says('unexpressed/encoding', 'the encoding {encoding}');
export const stepWhat = says(
  'unexpressed/step',
  '{key}; write the data with wasmetrics convert, and remove the key',
);
export const queryWhat = says(
  'unexpressed/query',
  'a query; write its rows with wasmetrics convert, and name that file',
);
export const termSeriesWhat = says(
  'unexpressed/term-series',
  '{term}; add it to the data as a series',
);
export const effectsWithoutInterceptWhat = says(
  'unexpressed/effects-without-intercept',
  'a system with time effects but no intercept',
);
export const consecutiveLagsWhat = says(
  'unexpressed/consecutive-lags',
  'a model without consecutive lags of {name} from 1 on',
);
export const dpanelTermWhat = says(
  'unexpressed/dpanel-term',
  '{term} in dpanel; add it to the data as a series',
);
export const leadsAsInstrumentsWhat = says(
  'unexpressed/leads-as-instruments',
  'leads as instruments',
);
export const oneEquationWhat = says(
  'unexpressed/one-equation',
  'ordinary instruments of one equation only',
);
export const columnNameWhat = says('unexpressed/column-name', 'the column name {name}');
export const renamedColumnWhat = says(
  'unexpressed/renamed-column',
  'the column name {name}; rename it in the data',
);
export const otherEffectsWhat = says(
  'unexpressed/other-effects',
  'absorbed effects other than columns and their products',
);
export const termColumnWhat = says(
  'unexpressed/term-column',
  '{term}; add it to the data as a column',
);
export const filterByColumnWhat = says(
  'unexpressed/filter-by-column',
  'a filter by the column {name}; rename it in the data',
);
export const systemWithoutInterceptWhat = says(
  'unexpressed/system-without-intercept',
  'a system without an intercept',
);
export const leadsWhat = says('unexpressed/leads', 'leads');
export const gmmOneEquationWhat = says(
  'unexpressed/gmm-one-equation',
  'GMM-style instruments of one equation only',
);
export const distanceWhat = says('unexpressed/distance', 'a distance between periods other than 1');
export const periodAsNumberWhat = says(
  'unexpressed/period-as-number',
  '{term} as a number, because plm makes a factor of it; copy the column in the data',
);
export const filterWithLagsWhat = says(
  'unexpressed/filter-with-lags',
  'a row filter with lags, because the lags of rows outside it are lost',
);
export const lagsOfOutcomeWhat = says(
  'unexpressed/lags-of-outcome',
  'a model without lags of {outcome} or without its instruments from lag 2 on',
);
export const twoWindowsWhat = says('unexpressed/two-windows', 'two windows of {name}');
export const otherWindowsWhat = says(
  'unexpressed/other-windows',
  'windows that start at lags other than 1 or 2',
);
export const consecutiveFromWhat = says(
  'unexpressed/consecutive-from',
  '{name} without consecutive lags from {first} on',
);
export const outsideInstrumentsWhat = says(
  'unexpressed/outside-instruments',
  'instruments that are not regressors ({names})',
);
export const otherOrdinaryWhat = says(
  'unexpressed/other-ordinary',
  'ordinary instruments other than the regressors without a window',
);
export const lastLagsWhat = says(
  'unexpressed/last-lags',
  'windows with and without a last lag in one role',
);
export const interceptWithoutEffectsWhat = says(
  'unexpressed/intercept-without-effects',
  'an intercept in a system without time effects; write 0 + in the formula',
);
export const deepLagsWhat = says('unexpressed/deep-lags', 'lags deeper than {most} in a system');
export const bothEquationsWhat = says(
  'unexpressed/both-equations',
  'one instrument column in both equations; write one group with equation: diff and one with equation: level',
);
export const deepWindowsWhat = says(
  'unexpressed/deep-windows',
  'windows that start after lag {most}, because pgmm() misplaces them',
);
export const withoutInstrumentsWhat = says(
  'unexpressed/without-instruments',
  'a regressor without instruments ({term})',
);
export const groupTransformWhat = says(
  'unexpressed/group-transform',
  'a different transformation for one group',
);
export const untransformedWhat = says('unexpressed/untransformed', 'untransformed instruments');
export const instrumentsAsZeroWhat = says(
  'unexpressed/instruments-as-zero',
  'missing instruments set to 0',
);
export const deviationsInstrumentsWhat = says(
  'unexpressed/deviations-instruments',
  'ordinary instruments of deviations, because it does not transform them',
);
export const effectsInDeviationsWhat = says(
  'unexpressed/effects-in-deviations',
  'time effects in deviations without a level equation',
);
export const otherLevelsWhat = says(
  'unexpressed/other-levels',
  'the levels of {term} that the other terms leave; add the terms that it contains',
);
export const interactionTermWhat = says(
  'unexpressed/interaction-term',
  '{term} in an interaction; add it to the data as a column',
);
export const referenceLevelWhat = says(
  'unexpressed/reference-level',
  'the reference level "{level}"; leave ref out, or number the levels',
);
export const fileNameWhat = says('unexpressed/file-name', 'the file name {file}; rename the file');
