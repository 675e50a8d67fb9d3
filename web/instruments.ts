/**
 * Computes the report on instruments in a separate worker, because it runs without pause: stopping it ends the worker.
 */
import {
  type EconError,
  InputError,
  type InstrumentReport,
  type Model,
  type Table,
} from 'wasmetrics';

/** What is sent to the worker. */
export interface Question {
  readonly model: Model;
  readonly table: Table;
}

export type Answer = { readonly report: InstrumentReport } | Pick<EconError, 'told' | 'telling'>;

/** @throws InputError from the worker; the reason of `signal` */
export function instrumentsInWorker(
  question: Question,
  signal: AbortSignal,
): Promise<InstrumentReport> {
  const url = new URL('./instruments-worker.js', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  const answer = new Promise<InstrumentReport>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if ('report' in data) resolve(data.report);
      else reject(new InputError(data.told, data.telling));
    });
  });
  worker.postMessage(question);
  return answer.finally(() => worker.terminate());
}
