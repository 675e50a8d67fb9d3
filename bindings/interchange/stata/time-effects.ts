/** Period dummies among the regressors and instruments of Stata's commands. */
import type { IvGroupInput } from '../../models/dpd/model/model.js';

/** Recognises time effects: `i.year` as regressors, and as instruments in the equation of a model's time effects. */
export function timeEffects(
  variables: readonly string[],
  iv: readonly IvGroupInput[],
  time: string,
  system: boolean,
): { variables: readonly string[]; iv: readonly IvGroupInput[]; hasTimeEffects: boolean } {
  const dummies = `i(${time})`;
  const dummyGroup = iv.find(
    ({ vars, equation, passthru, mz }) =>
      Array.isArray(vars) &&
      vars.length === 1 &&
      vars[0] === dummies &&
      equation === (system ? 'level' : undefined) &&
      passthru !== true &&
      mz !== true,
  );
  if (dummyGroup === undefined || !variables.includes(dummies))
    return { variables, iv, hasTimeEffects: false };
  return {
    variables: variables.filter((name) => name !== dummies),
    iv: iv.filter((group) => group !== dummyGroup),
    hasTimeEffects: true,
  };
}
