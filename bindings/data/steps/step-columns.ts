/** What a step reads. */
import { columnsInExpression, functionsInExpression } from '../formula/expressions/expression.js';
import { signatureOf } from '../formula/expressions/functions.js';
import { parseExpression } from '../formula/expressions/expression-syntax.js';
import { type BuildStep, indicatorsOf } from './step.js';

/** The columns that a step names. */
export function columnsInStep(step: BuildStep): readonly string[] {
  if ('split' in step) return [step.split];
  if ('index' in step) return indicatorsOf(step);
  return columnsInExpression(parseExpression(step.value, 'build-syntax'));
}

/** Whether the value of a row depends on other rows, as a split at the mean or `x - mean(x)` does. */
export function isGrouped(step: BuildStep): boolean {
  if ('split' in step) return typeof step.at === 'string' || (step.level ?? 'row') !== 'row';
  if ('index' in step) return true;
  const functions = functionsInExpression(parseExpression(step.value, 'build-syntax'));
  return functions.some((name) => signatureOf(name)?.grouped === true);
}
