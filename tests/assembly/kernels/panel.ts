/** Kernels of absorbed effects for the test build. */
import { alloc } from '../../../assembly/memory/arena';
import { PanelOptions } from '../../../assembly/memory/records';
import { removeEffects } from '../../../assembly/panel/absorb/conjugate';
import { Effects, openEffects } from '../../../assembly/panel/absorb/effects';
import { Iteration, openIterations } from '../../../assembly/panel/absorb/iteration';

/** Address of the effects of `options` on rows with weights (0 for ones). */
export function openedEffects(nrows: i32, options: PanelOptions, weights: usize): usize {
  const effects = changetype<Effects>(alloc(offsetof<Effects>()));
  effects.weights = weights;
  openEffects(effects, nrows, options);
  return changetype<usize>(effects);
}

/** Removes the effects from two columns, interleaved; returns the iterations, or minus the status. */
export function iterations(effects: Effects, most: i32, tolerance: f64, x: usize): i32 {
  const iteration = changetype<Iteration>(alloc(offsetof<Iteration>()));
  openIterations(iteration, most, tolerance, false);
  const status = removeEffects(effects, iteration, x);
  return status == 0 ? iteration.count : -i32(status);
}
