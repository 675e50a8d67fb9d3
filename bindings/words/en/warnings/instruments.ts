/** Warnings about instruments and dynamic panels. */
import { counted, listed } from '../../text/messages.js';
import type {
  DynamicWarnings,
  FirstStageWarnings,
  InstrumentReduction,
  InstrumentWarnings,
} from '../../details/instruments.js';
import type { Sentences } from '../../warning.js';

export const instrumentWarnings: Sentences<Omit<InstrumentWarnings, keyof FirstStageWarnings>> = {
  'collinear-instruments': (detail) => {
    if ('rank' in detail) {
      return `${detail.columns} instrument columns have rank ${detail.rank}; the rank is the instrument count and enters every degree of freedom`;
    }
    const { dropped, instruments } = detail;
    return `instruments left out as linear combinations of exogenous regressors and other instruments: ${listed(dropped)}; ${instruments - dropped.length} of ${instruments} remain and count in every degree of freedom`;
  },
  'singular-weighting': ({ rank, of, used }) => {
    if (used === undefined) {
      return `the covariance of the moments is singular (rank ${rank} of ${of}): its Moore-Penrose inverse weights them`;
    }
    const use = used === 'estimates' ? 'the estimates use' : "Hansen's test uses";
    return `the two-step weighting matrix is singular (rank ${rank} of ${of}); ${use} its Moore-Penrose inverse`;
  },
  'negative-r2': () =>
    'R-squared is below 0: with instruments the residuals may vary more than the outcome, so it does not measure fit',
};

const consequences = {
  moderate: 'two-step standard errors and the Hansen test become less reliable',
  high: 'estimates are biased towards least squares and the Hansen test loses power',
  'more than units':
    'estimates are biased towards least squares, the two-step weighting matrix is singular and the Hansen test has no power',
};

/** `collapse and windows of 2 lags`. */
export function reductionWords({ collapse, lags }: InstrumentReduction): string {
  const ways = [
    ...(collapse === true ? ['collapse'] : []),
    ...(lags === undefined ? [] : [`windows of ${lags} lags`]),
  ];
  return ways.join(' and ');
}

const manyInstruments: Sentences<DynamicWarnings>['many-instruments'] = ({
  instruments,
  units,
  ratio,
  grade,
  reductions,
}) => {
  const fewer = reductions.map((reduction) => `${reductionWords(reduction)}: ${reduction.columns}`);
  const help = fewer.length === 0 ? '' : `; columns with ${listed(fewer)}`;
  return `${counted(instruments, 'instrument')} for ${counted(units, 'unit')} (${ratio.toFixed(2)} per unit, ${grade}): ${consequences[grade]}${help}`;
};

export const dynamicWarnings: Sentences<DynamicWarnings> = {
  'collinear-time-effects': ({ names }) => `collinear time effects were dropped: ${listed(names)}`,
  'no-transformed-rows': () =>
    'no unit has two complete rows to transform: the estimates use only the level equation',
  'not-converged': ({ steps, search }) =>
    `${search ? 'the search for the minimum' : 'the iteration'} has not converged after ${steps} steps`,
  'uncorrected-two-step': () =>
    'two-step standard errors without the Windmeijer correction are too small in small samples',
  'fewer-components': ({ wanted, components, columns }) =>
    `pca requests ${counted(wanted, 'component')}, but only ${counted(components, 'component')} of the ${columns} GMM-style columns have a positive variance; all ${components} are used`,
  'many-instruments': manyInstruments,
  'too-many-instruments': manyInstruments,
  'hansen-without-power': ({ p, moreThanUnits }) =>
    `Hansen p-value ${p.toFixed(4)}${moreThanUnits ? ' with more instruments than units' : ''} is a sign that the test lacks power, not that the instruments are valid`,
  'outside-bounds': ({ name, estimate, within, pooled }) =>
    `the coefficient of ${name}, ${estimate.toFixed(4)}, is outside the range from within, ${within.toFixed(4)}, to pooled least squares, ${pooled.toFixed(4)}: suspect the instruments`,
  'regressor-without-instruments': ({ names, columns, outcome }) => {
    const one = names.length === 1;
    const role =
      outcome.length === 0
        ? 'endogenous, predetermined or exogenous'
        : `the outcome ${outcome.join(', ')} is usually endogenous: --endogenous, or roles.endogenous in a file`;
    return `${names.join(', ')} ${one ? 'has' : 'have'} no role, and no group of instruments names ${columns.join(', ')}, so other variables' instruments identify ${one ? 'it' : 'them'}; give a role (${role}) or list it under gmm or iv`;
  },
};
