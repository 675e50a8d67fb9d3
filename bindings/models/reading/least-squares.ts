/** The estimators of least squares, which share most of their code. */
export { olsEstimator } from '../ols/index.js';
export { panelEstimator } from '../panel/index.js';
