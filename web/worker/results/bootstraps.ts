/** Bootstraps in workers of their own, which the engine's worker starts. */
import {
  bootstrap as startBootstrap,
  type BootstrapResult,
  type FitResult,
  type Replicates,
  withBootstrap,
} from 'wasmetrics';
import type { CheckpointStorage } from 'wasmetrics/jobs';
import { bootstrapFigure as figureOf, resultHash } from 'wasmetrics/report';
import type {
  BootstrapRequest,
  Bootstrapped,
  Interrupted,
} from '../../engine/questions/bootstraps.js';
import type { Running } from '../running.js';
import { dataName } from '../data/hash.js';
import { keep, lastKept } from './checkpoints.js';
import { fitted } from './fits.js';
import { histogramsOf } from './histograms.js';

/** Milliseconds between reports: more often than this nobody sees a change. */
const pause = 60;

let last: { readonly fit: FitResult; readonly replicates: Replicates } | undefined;

/** @throws EconError as `bootstrap`, and the reason of the signal if it stops before the first replicate */
export async function bootstrap(
  request: BootstrapRequest,
  running: Running,
): Promise<Bootstrapped> {
  const start = performance.now();
  const fit = await fitted(request.model);
  const { signal, report } = running;
  let due = 0;
  const run = startBootstrap(fit, {
    ...request.options,
    ...(await checkpointOf(request, () => run.soFar()?.completed ?? 0)),
    signal,
    onProgress(progress) {
      const now = performance.now();
      const replicates = now < due ? undefined : run.soFar();
      if (replicates === undefined) return;
      due = now + pause;
      report({ ...progress, histograms: histogramsOf(fit, replicates) });
    },
  });
  const result: BootstrapResult = await run;
  const replicates = await run.replicates;
  const whole = withBootstrap(fit, result);
  last = { fit: whole, replicates };
  return {
    fit: whole,
    histograms: histogramsOf(fit, replicates),
    resultHash: resultHash(whole),
    seconds: (performance.now() - start) / 1000,
  };
}

/** Where replicates are kept, and whether to go on from those that are. */
async function checkpointOf(
  request: BootstrapRequest,
  done: () => number,
): Promise<{ readonly checkpoint: CheckpointStorage; readonly resume: boolean }> {
  const data = dataName() ?? '';
  const before = request.resume ? await lastKept() : undefined;
  return {
    checkpoint: {
      name: 'browser',
      read: () => Promise.resolve(before?.bytes),
      write: (bytes) => keep({ request: { ...request, resume: true }, data, done: done(), bytes }),
    },
    resume: before !== undefined,
  };
}

export async function bootstrapFigure(of: string) {
  if (last === undefined) throw new Error('no bootstrap has run');
  return figureOf(last.fit, last.replicates, { of });
}

export async function interrupted(): Promise<Interrupted | undefined> {
  const kept = await lastKept();
  return kept && { request: kept.request, data: kept.data, done: kept.done };
}
