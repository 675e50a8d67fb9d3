/** Times a sample of a bootstrap. */
import {
  bootstrap,
  type BootstrapOptions,
  bootstrapWork,
  type BootstrapWork,
  type FitResult,
} from '../../bindings/index.js';

export interface Sample {
  readonly work: BootstrapWork;
  readonly replicates: number;
  readonly secondsPerReplicate: number;
  /** Seconds of the process before the first replicate. */
  readonly secondsToStart: number;
  /** Bytes of the process without the replicates of a part. */
  readonly baseBytes: number;
}

/** Seconds of the sample; at least one chunk of replicates is computed. */
const SECONDS = 4;

/** Computes replicates in this thread for some seconds. */
export async function sampleBootstrap(fit: FitResult, options: BootstrapOptions): Promise<Sample> {
  const work = await bootstrapWork(fit, options);
  const stop = new AbortController();
  const ci = ['percentile'] as const; // intervals cost nothing per replicate, but some need a jackknife first
  const run = bootstrap(fit, {
    ...options,
    precision: undefined,
    jackknife: undefined,
    ci,
    workers: 0,
    signal: stop.signal,
  });
  const secondsToStart = performance.now() / 1000;
  const start = performance.now();
  let [done, seconds] = [0, 0];
  for await (const progress of run) {
    done = progress.done;
    seconds = (performance.now() - start) / 1000;
    if (seconds > SECONDS) stop.abort();
  }
  await run.result.catch((error: unknown) => {
    if (done === 0) throw error; // too many failed replicates are reported by the merge
  });
  return {
    work,
    replicates: done,
    secondsPerReplicate: seconds / done,
    secondsToStart,
    baseBytes: process.resourceUsage().maxRSS * 1024,
  };
}
