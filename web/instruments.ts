/** The report on instruments in a worker of its own, which a stop ends: it estimates without pausing. */
import { InputError, type InstrumentReport, type Model, type Table } from 'wasmetrics';

/** What the worker is sent. */
export interface Question {
  readonly model: Model;
  readonly table: Table;
}

export type Answer =
  { readonly report: InstrumentReport } | { readonly code: string; readonly message: string };

/** @throws InputError of the worker; the reason of `signal` */
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
      else reject(new InputError(data.code, data.message));
    });
  });
  worker.postMessage(question);
  return answer.finally(() => worker.terminate());
}
