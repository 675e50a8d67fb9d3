/** The influence functions of a regression with instruments. */
import type { Engine } from '../../core/engine/engine.js';
import { ivFit } from '../../generated/records.js';
import { influenceBy } from '../linear/estimate/influence.js';
import type { Instrumented, LinearFit } from '../linear/fitted.js';
import type { Influence } from '../protocol.js';
import { callInstruments } from './call.js';

export function instrumentInfluence(
  engine: Engine,
  fit: LinearFit & { readonly instruments: Instrumented },
  of: string,
): Influence {
  const { rows, instruments } = fit;
  return influenceBy(engine, fit, of, (arena, vcov) => {
    const problem = { ...instruments.problem, vcov, tests: undefined };
    const whole = { ...instruments, rows };
    const { status, fitAddress } = callInstruments(engine, arena, problem, whole);
    return { status, influence: arena.readRecord(ivFit, fitAddress).influence };
  });
}
