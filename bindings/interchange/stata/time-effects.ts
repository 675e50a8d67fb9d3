/** Dummies of factors and periods among the regressors and instruments of Stata's commands. */
import type { IvGroupInput } from '../../models/dpd/model.js';
import { failure, type Reader } from '../reader.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/**
 * Without a constant a formula keeps every level of its first factor, as `ibn.x` does. `i.x` leaves out the base level,
 * which would be another model.
 *
 * @throws InputError `command-syntax`
 */
export function checkBases(
  reader: Reader,
  start: number,
  { variables, iv }: { variables: readonly string[]; iv: readonly IvGroupInput[] },
): void {
  const lists = [variables, iv.flatMap(({ vars }) => vars)];
  const factors = lists.filter((list) => list.some((name) => name.includes('i('))).length;
  const kept = reader.text.match(/\bibn\./g)?.length ?? 0;
  if (kept >= factors) return;
  throw failure(reader, keepsBase, start);
}

/** What is wrong with `i.x` and noconstant. */
export const keepsBase = commandProblem['keeps-base']();

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
