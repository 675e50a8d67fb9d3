/** Lines of reports other than fits: panels, multiverses, simulations, permutations, groups. */
import type { Entries } from '../explanation.js';

export const studies = {
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
    'The test is exact only if, under the null, every order of the permuted values is equally likely.',
    'Use --within or --cluster where rows are not exchangeable.',
  ],
  'group-report': [
    'Lines of a comparison of groups: the errors of the model, and the method whose p-value to report.',
    'Methods differ in what they assume about units, and in how they behave with few of them.',
    'Choose methods with --method, and clusters with --cluster.',
  ],
  'audit-report': [
    'Lines of an audit: how many comparisons of printed numbers were made, and which lack a number.',
    'A number is impossible only if no rounding, degrees of freedom, reference law or covariance makes it agree with the others.',
    'Print more digits, degrees of freedom and the kind of errors where a check is not testable.',
  ],
  'printed-report': [
    'Lines of a comparison of printed tables with those of a study. A printed number is equal if some rule of rounding gives it from the recomputed one; otherwise its distance is in units of its last digit.',
    'A number that differs was typed wrong, or comes from other data, another sample or another command.',
    'Run the study again and print its tables; name tables by the identifiers of the study so that they are matched.',
  ],
  'problem-size': [
    'In a report of weak identification, the numbers of moment conditions, coefficients, and units or clusters. The size of a test is how often it rejects a true null.',
    'Tests need many more units than conditions; with few they reject a true null too often.',
    'Collapse the instruments or use fewer lags.',
  ],
  'index-report': [
    'Lines of an index by principal components: the matrix that is decomposed, the components kept, and two tests of whether the indicators share enough variance. Kaiser-Meyer-Olkin should exceed 0.6; Bartlett tests that the indicators are uncorrelated.',
    'Indicators that share little variance make an index of noise.',
    'Leave out indicators, or weigh them in another way with --method.',
  ],
  'not-available': [
    'Statistics or tests that do not exist for this model or this sample, with the reason after them.',
    'Nothing else changes: what is printed does not depend on them.',
    'The reason says what the test needs.',
  ],
  'marginal-effects': [
    'Derivatives of the fitted outcome with respect to a variable, through all terms that it is in: powers, interactions and functions. They are averaged over the rows, or evaluated at values of other variables.',
    'With an interaction a coefficient alone is the effect where the other variable is zero, which may be outside the data.',
    'Choose the variable with --of, a moderator with --over, and values with --at or --means.',
  ],
  'joint-distribution': [
    'The distribution of all t statistics together, from a bootstrap that draws the same units for every hypothesis. Romano-Wolf and Westfall-Young compare each statistic with the largest of those not yet passed.',
    'It uses how the tests depend on each other, so it rejects more often than Holm where they are correlated.',
    'Draw more replicates if the Monte Carlo error matters.',
    'Romano and Wolf (2005), Econometrica 73(4), 1237-1282',
  ],
} satisfies Entries;

export const studyNames: Readonly<Record<string, readonly string[]>> = {
  calendar: ['time', 'periods'],
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
  'permutation-report': ['permutations', 'permuted', 'compared'],
  'group-report': ['recommended', 'report'],
  'audit-report': ['checks made', 'not testable', 'audit'],
  'printed-report': [
    'equal within rounding',
    'equal if cut or rounded up',
    'differ',
    'not matched',
    'printed-comparison',
  ],
  'problem-size': ['size'],
  'marginal-effects': ['derivative of', 'errors', 'evaluated at', 'margins'],
  'joint-distribution': ['joint distribution', 'Romano-Wolf', 'Westfall-Young'],
  'not-available': ['not available', 'unavailable'],
  'index-report': ['matrix', 'components kept', 'Kaiser-Meyer-Olkin', "Bartlett's test"],
};
