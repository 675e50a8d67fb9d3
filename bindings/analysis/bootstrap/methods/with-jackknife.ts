import type { Engine } from '../../../core/engine/engine.js';
import type { RunPlan } from './method.js';
import type { SummaryOptions } from '../summary/options.js';
import { functionsOf } from '../summary/functions.js';
import type { LeftOut } from '../summary/jackknife.js';

/** Checks the summary against the fit and adds the jackknife if it is needed. */
export async function withJackknife(
  engine: Engine,
  { fit, summary, options }: RunPlan,
  leaveOutEach: () => Promise<LeftOut>,
): Promise<SummaryOptions> {
  const functions = await functionsOf(engine, fit, summary.expressions);
  if (options.jackknife !== true && !summary.ci.includes('bca')) return summary;
  const { jackknife } = await import('../summary/jackknife.js');
  return { ...summary, jackknife: jackknife(engine, fit, await leaveOutEach(), functions) };
}
