import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import type { FitContext } from '../../../models/fit-context.js';
import { prepareTask } from '../prepared.js';
import { collectReplicates } from '../replicates.js';
import type { BootstrapTask } from '../replicator.js';
import { namesOf, unweighted } from './leave-one-out.js';
import type { LeftOut } from '../summary/jackknife.js';

/** `leaveOutEach` without a pause, in an engine that also serves other work. */
export function leaveOutInWorker(
  engine: Engine,
  context: FitContext,
  task: BootstrapTask,
): LeftOut {
  return scope(engine, () => {
    const { width, nunits, units, leaveOut } = prepareTask(engine, unweighted(task));
    const collected = collectReplicates({ first: 0, end: nunits }, width);
    collected.add(leaveOut(0, nunits));
    return { estimates: collected.inOrder(), names: namesOf(context, task.scheme, units) };
  });
}
