/** The estimators with instruments, which share most of their code. */
export { gmmEstimator } from '../gmm/index.js';
export { ivEstimator } from '../iv/index.js';
