export { explainCode, explanations } from './explain.js';
export type { Explanation } from './explanation.js';
