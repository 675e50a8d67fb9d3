/** Lines of reports other than fits: panels, multiverses, simulations, permutations, groups. */
import type { Entry } from '../explanation.js';

export const studies: Readonly<Record<string, Entry>> = {
  calendar: [
    'The first and last period of the panel, and the distance between neighbouring periods.',
    'Lags and differences follow the calendar: the lag of 2005 is 2004, whether or not there is a row.',
    'Set panel.step (--step) or panel.frequency (--frequency).',
  ],
  'panel-shape': [
    'Lines of a panel report: units and periods, whether each unit has each period, rows per unit, and columns that never change within a unit.',
    'Gaps cost rows of lags and differences. Effects of units absorb columns that never change.',
    'Look at the missing periods with panel-report --svg.',
  ],
  'multiverse-report': [
    'Lines of a multiverse: the choices that are combined, the model as its author wrote it, and the rule by which a specification is admissible. "All" and "admissible" summarize the estimates.',
    'A conclusion that needs one of many defensible choices is weak.',
    'Change the choices with --over.',
  ],
  'instrument-concern': [
    'A grade of how much the number of instruments may affect a dynamic panel.',
    'Many instruments overfit the endogenous regressors and weaken the Hansen test.',
    'Collapse the instruments or use fewer lags.',
  ],
  'simulated-panels': [
    'Lines of a simulation: the number of panels, the process that generates them, and how often a test rejects.',
    'Rejection under the null is size; under a violation it is power.',
    'Change the process with --persistence and --violation, and the number with --reps.',
  ],
  'permutation-report': [
    'Lines of a permutation test: how many permutations of what, which residuals are permuted, and which statistic is compared.',
    'The test is exact only if what is exchanged is exchangeable under the null.',
    'Use --within or --cluster where rows are not exchangeable.',
  ],
  'group-report': [
    'Lines of a comparison of groups: the errors of the model, and the method whose p-value to report.',
    'Methods differ in what they assume about units, and in how they behave with few of them.',
    'Choose methods with --method, and clusters with --cluster.',
  ],
  'problem-size': [
    'In a report of weak identification, the numbers of moment conditions, coefficients, and units or clusters. The size of a test is how often it rejects a true null.',
    'Tests need many more units than conditions; with few they reject a true null too often.',
    'Collapse the instruments or use fewer lags.',
  ],
};

export const studyNames: Readonly<Record<string, readonly string[]>> = {
  calendar: ['time', 'periods', '时期'],
  'panel-shape': ['panel', 'balance', 'per unit', 'constant'],
  'multiverse-report': [
    'choices',
    "author's model",
    'rule',
    'excluded by',
    'all',
    'admissible',
    'specification curve',
  ],
  'instrument-concern': ['concern'],
  'simulated-panels': ['panels', 'process', 'rejection'],
  'permutation-report': ['permutations', 'permuted', 'compared', '置换检验'],
  'group-report': ['errors', 'report', '组间差异'],
  'problem-size': ['size'],
};
