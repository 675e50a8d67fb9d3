import type { Engine } from '../../core/engine.js';
import type { RunPlan } from '../methods/method.js';
import { jackknife } from '../summary/jackknife.js';
import type { SummaryOptions } from '../summary/options.js';
import { expressionQuantities } from '../summary/quantities.js';
import type { LeftOut } from './leave-out.js';

/** Checks the summary against the fit and adds the jackknife if it is needed. */
export async function withJackknife(
  engine: Engine,
  { fit, summary, options }: RunPlan,
  leaveOutEach: () => Promise<LeftOut>,
): Promise<SummaryOptions> {
  const { expressions = [] } = summary;
  expressionQuantities(engine, fit, expressions);
  if (options.jackknife !== true && !summary.ci.includes('bca')) return summary;
  return { ...summary, jackknife: jackknife(engine, fit, await leaveOutEach(), expressions) };
}
