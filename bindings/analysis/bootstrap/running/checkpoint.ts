/** The checkpoint of a run. */
import { toldAgain } from '../../../words/told.js';
import { checkpointExists } from '../../../words/errors/bootstrap/checkpoints.js';
import { InputError } from '../../../core/errors/errors.js';
import type { Collection } from '../replicates.js';
import { decodeCheckpoint, encodeCheckpoint } from '../storage/checkpoint.js';
import type { Belonging } from '../storage/header.js';
import { checkSameRun, identify } from '../storage/identity.js';
import { type CheckpointStorage, openSaver, readStorage, type Saver } from '../storage/saver.js';
import type { RunPlan } from '../plan/plan.js';

/** Opens the checkpoint of a run and, if it belongs to the run, adds its replicates. */
export async function openStored(
  plan: RunPlan,
  checkpoint: CheckpointStorage,
  collected: Collection,
): Promise<Saver> {
  const { resume, reps } = plan.options;
  const { name } = checkpoint;
  const { fit, summary } = plan;
  const run = await identify(plan.context.model, plan.task, reps, plan.statistics, fit.engine);
  const stored = await readStorage(checkpoint);
  if (stored !== undefined) {
    if (resume !== true) throw exists(name);
    const saved = await decodeCheckpoint(name, stored);
    checkSameRun(name, saved.run, run);
    saved.chunks.forEach(collected.add);
  }
  const belonging: Belonging = { run, fit, summary };
  return openSaver(checkpoint, () => encodeCheckpoint(belonging, collected.inOrder()));
}

function exists(name: string): InputError {
  return new InputError(toldAgain(checkpointExists(), { file: name }), name);
}
