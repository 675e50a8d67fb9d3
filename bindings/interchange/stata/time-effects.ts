/** Dummies of the periods that Stata's commands have among regressors and instruments. */
import type { IvGroupInput } from '../../models/dpd/model/model.js';

/** `i.year` among the regressors, with instruments where the time effects of a model have them. */
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
