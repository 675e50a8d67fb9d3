/** Progress of a study: one count for all its models, in replicates. */
import type { Progress } from '../../../core/jobs/run-options.js';

export interface StudyProgress extends Progress {
  /** The model or table being computed, such as `T5.2`. */
  readonly id: string;
}

export interface Meter {
  /** Announces work before it starts. */
  plan: (amount: number) => void;
  /** Reports the current work and its progress. */
  report: (id: string, done: number, failed: number) => void;
  /** Reports that a part is complete. */
  finish: (id: string, amount: number, failed?: number) => void;
  /** Reports that a model is complete, once: figures ask for models of tables again. */
  finishModel: (id: string, amount: number, failed?: number) => void;
}

export function openMeter(onProgress: ((progress: StudyProgress) => void) | undefined): Meter {
  const start = performance.now();
  let [total, complete, broken] = [0, 0, 0];
  const say = (id: string, done: number, failed: number) => {
    const secondsElapsed = Math.max(performance.now() - start, 0.001) / 1000;
    const all = complete + done;
    const secondsLeft = all === 0 ? Infinity : (secondsElapsed * Math.max(total - all, 0)) / all;
    const failedInAll = broken + failed;
    onProgress?.({ id, done: all, total, failed: failedInAll, secondsElapsed, secondsLeft });
  };
  const finish = (id: string, amount: number, failed = 0) => {
    complete += amount;
    broken += failed;
    say(id, 0, 0);
  };
  const models = new Set<string>();
  return {
    plan: (amount) => void (total += amount),
    report: say,
    finish,
    finishModel(id, amount, failed) {
      if (models.has(id)) return;
      models.add(id);
      finish(id, amount, failed);
    },
  };
}
