import { type RefitOptions, runTask } from '../jobs/run-jobs.js';

/**
 * All outcomes of a task of the sets: sets from some of the places would be wrong.
 *
 * @throws the signal's reason, whenever it comes
 */
export async function complete<Outcome extends object>(
  task: Parameters<typeof runTask>[1],
  count: number,
  options: RefitOptions,
): Promise<Outcome[]> {
  const outcomes = await runTask<Outcome>('weak', task, count, options);
  if (outcomes.includes(undefined)) throw options.signal!.reason;
  return outcomes as Outcome[];
}
