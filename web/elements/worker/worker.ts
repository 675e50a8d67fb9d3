/** The engine of elements: in a worker it answers messages, in a page what it is given. */
import type { Message, Reply } from '../../engine/protocol.js';
import { serving } from '../../worker/serving.js';
import { failureOf } from './failures.js';
import { fit, openModel } from './models.js';
import type { Running } from '../../worker/running.js';
import type { TableRequest } from './questions.js';

const answers = {
  openModel,
  fit,
  table: async (table: TableRequest, running: Running) =>
    (await import('./tables.js')).tableOf(table, running),
};

/** What hears the questions of a page. */
export const serve = (send: (reply: Reply) => void) => serving({ answers, send, failureOf });

if (typeof document === 'undefined' && typeof postMessage === 'function') {
  const hear = serve((reply) => postMessage(reply));
  addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
  postMessage({ id: 0, answer: 'ready' } satisfies Reply);
}
