/** Explanations of the warnings of bootstraps and permutations. */
import type { Entries } from './explanation.js';
import { sources as s } from './sources.js';

export const bootstraps = {
  'failed-replicates': [
    'More than 1% of the replicates could not be estimated.',
    'The bootstrap uses only the other replicates, which may vary less than all of them would.',
    'Use fewer instruments. In the result, failures counts the reasons.',
    s.hallHorowitz,
  ],
  'fixed-clusters': [
    'Some clusters of a permutation test have a size that no other cluster has, or units have rows in periods that no other unit has.',
    'Only clusters of the same size, and units with the same periods, are exchanged, so these keep their places and add no evidence.',
    'Nothing, or permute rows within clusters with within.',
    s.freedmanLane,
  ],
  'rows-in-no-group': [
    'Some rows have no value in the column that defines the groups, or one that is not among the levels.',
    'They are in no group and in no comparison.',
    'Name their value in levels, or leave them out with where.',
    s.cleary,
  ],
  'group-not-estimated': [
    'A group cannot be estimated, often because it has too few rows or clusters.',
    'Its differences have no p-value; the other groups are compared.',
    'Merge small groups, use fewer regressors, or name the other groups in levels.',
    s.cleary,
  ],
  bdiff: [
    'The p-value that the Stata command bdiff prints. It permutes the labels of rows, and counts the permutations on the side of the estimate only.',
    'It is half of a two-sided p-value: at 5% it rejects equal coefficients in 10% of samples of independent rows. In panels, whose rows belong together by unit, the share was 6% to 24% in our simulations.',
    'Report the method permutation, which exchanges whole units, studentises and counts both sides. Leave out compat, except to reproduce a printed number.',
    'Chung and Romano (2013), Annals of Statistics 41(2), 484-507',
    s.cleary,
  ],
  'switching-units': [
    'Some units have rows in several groups, as the column that defines the groups varies over time.',
    'The estimates of the groups are correlated. The Wald test allows for that with errors clustered by unit, and the bootstrap draws a unit for all groups at once.',
    'Nothing, or define groups by a value that is constant within units, such as that of the first period.',
    s.cameronMiller,
  ],
  'singular-replicates': [
    'In some replicates the weighting matrix was singular, and its Moore-Penrose inverse was used.',
    'Those replicates vary more, so standard errors may be too large.',
    'Use fewer instruments (collapse, lags), or steps: 1.',
    s.hallHorowitz,
  ],
  'partial-bootstrap': [
    'The bootstrap was stopped before all replicates were done.',
    'Results use the replicates done so far. Their Monte Carlo error is larger, and the same run cannot be reproduced bit for bit.',
    'Let the bootstrap finish, or continue it with --resume and --checkpoint.',
    s.hallHorowitz,
  ],
  'precision-not-reached': [
    'All replicates are done, and the Monte Carlo error is still above bootstrap.precision.',
    'With another seed, standard errors would change by about that error.',
    'Increase bootstrap.reps, or set bootstrap.precision to a larger value.',
    'Andrews and Buchinsky (2000), Econometrica 68(1), 23-51',
  ],
  'failed-jackknife': [
    'Without some of the units the model cannot be estimated.',
    'The jackknife uses only the other units, and so does the acceleration of BCa intervals.',
    'Leave bca out of bootstrap.ci. Remove instruments or regressors that vary in few units only.',
    'Efron (1987), Journal of the American Statistical Association 82(397), 171-185',
  ],
  'no-replicate-errors': [
    'Some replicates have an estimate but no standard error.',
    'Studentized intervals use only the other replicates.',
    'Use bootstrap.ci: percentile, or fewer instruments (collapse, lags).',
    s.windmeijer,
  ],
  'no-bca-interval': [
    'The BCa interval of a coefficient does not exist.',
    'All replicates lie on one side of the estimate, or a corrected quantile is outside the range from 0 to 1.',
    'Increase bootstrap.reps, or use bootstrap.ci: percentile or studentized.',
    'Efron (1987), Journal of the American Statistical Association 82(397), 171-185',
  ],
  'confidence-set': [
    'The confidence set of a coefficient, from an inverted bootstrap test, has gaps or is unbounded.',
    'The values that the test does not reject are not one interval. The printed interval is their range.',
    'Use bootstrap.ci: percentile or normal, which are always intervals, or more or different clusters.',
    s.cameronMiller,
  ],
  'no-test': [
    'The replicates take so few values that no test has the size that the level asks for.',
    'The sample is one of the sign vectors or permutations. With G clusters, Rademacher weights cannot give a test below size 2 / 2^G, Webb weights not below 2 / 6^G.',
    'Use weights: webb (--multipliers webb), more clusters or rows, or a lower level.',
    s.cameronMiller,
  ],
  'few-resamples': [
    'There are fewer than 12 rows to draw from.',
    'Few distinct samples can be drawn, so the replicates are a poor approximation of the distribution of the estimate.',
    'Use the statistics of the fit, and judge them with caution.',
    s.cameronMiller,
  ],
  'index-as-given': [
    'The model has an index whose weights were estimated from these data, and rebuild is false.',
    'Standard errors and intervals treat the weights as known. They are too small, by little or by half.',
    'Leave out rebuild: false. Schemes that multiply residuals cannot build the index again; use cluster or pairs.',
  ],
  'no-spread': [
    'All replicates of a coefficient are equal up to rounding, or no coefficient has a positive standard error.',
    'P-values, intervals and changes in standard errors do not exist, as after a perfect fit.',
    'Check the outcome and the regressors for constants and for sums that hold exactly.',
    s.cameronMiller,
  ],
  'untested-constant': [
    'The constant of a model with fixed effects has no wild bootstrap test.',
    'It is the average of the effects of all units, so no set of clusters identifies it.',
    'Test the other coefficients, or estimate a model without effects.',
    s.cameronMiller,
  ],
  'clusters-without-scores': [
    'In some clusters each regressor is constant within the levels of a fixed effect that no other cluster shares.',
    'Nothing is left of their regressors, so their scores are 0 and their multipliers change no statistic: fewer clusters count.',
    'Judge the number of clusters by those that remain; Webb weights give more than 2^G vectors.',
    s.cameronMiller,
  ],
  'no-workers': [
    'No worker could be started, so the calling thread did all of the work.',
    'The results are the same bits, but the run took longer, and a page answered its user only between chunks.',
    'Serve the file of `wasmetrics/worker` from the origin of the page and set `workerUrl` to its address. Where the host has no workers, set `workers` to 0.',
  ],
  'checkpoint-not-written': [
    'The checkpoint of the bootstrap could not be written.',
    'The result is complete, but an interrupted run could not have been resumed.',
    'Set --checkpoint to a file that can be written.',
  ],
} satisfies Entries;
