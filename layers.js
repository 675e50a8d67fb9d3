/**
 * The layers: a folder imports from those above it in its list, never from those below. `npm run lint` checks that and
 * that no files import each other in a circle, types included; `npm run lint -- --layers` draws the lists.
 */
import { cruise } from 'dependency-cruiser';

/** What each folder holds, from the ground up. */
const layers = {
  assembly: {
    codes: 'every option number, declared once',
    status: 'what a status number means',
    memory: 'the arena and the records shared with the bindings',
    arithmetic: 'elementary functions, arithmetic in two doubles',
    distributions: 'tails and quantiles',
    random: 'Philox and the draws made from it',
    blas: 'products and solves, by reference name',
    lapack: 'factorisations, one routine a file',
    panel: 'absorbed effects, unit means',
    linear: 'least squares',
    covariance: 'one file for each kind of covariance',
    gmm: 'a GMM step, its weighting matrix and its sandwich',
    'estimators/ols': 'least squares of a sample',
    'estimators/iv': 'k-class and linear GMM',
    'estimators/panel': 'within, random, between, absorbed',
    'estimators/dpd': 'difference and system GMM, and their replicate',
    'estimators/replicates': 'replicates of the linear estimators',
    bootstrap: 'the replicate loop and its summaries; knows no estimator',
    index: 'the functions that are exported',
  },
  bindings: {
    core: 'engine, arena, errors, memo',
    numerics: 'small linear algebra, roots, tails',
    jobs: 'numbered jobs, threads, schedule; knows no study',
    data: 'tables, formulas, the panel index, the account of rows',
    results: 'the types of what is returned',
    tables: 'documents, and the writers that print them',
    identification: 'weak-instrument statistics of a reduced form',
    models: 'the model file; a folder for each estimator',
    inference: 'Wald, delta method, Hausman, diagnostics',
    bootstrap: 'bootstraps, permutations, group comparisons',
    weak: 'tests and sets that weak instruments leave valid',
    sensitivity: 'multiverse, influence, instruments',
    montecarlo: 'power and designs on simulated panels',
    interchange: 'models as code of other programs, and back',
    explanations: 'what the codes of warnings, tests and errors mean',
    figures: 'results as pictures',
    report: 'a result as a document, one file a kind',
    workers: 'what a worker can serve',
    index: 'the public names',
  },
};
export { layers, cruise };
