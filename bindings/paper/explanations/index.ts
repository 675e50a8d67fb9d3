export { explainCode, explainIn, type Explanation, explanations } from './explain.js';
