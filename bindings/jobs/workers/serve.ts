/**
 * The worker's side. A task is prepared in an instance of the core of its own, 0.13 ms to make, so that nothing of the
 * task before it is left: neither in memory nor in bits. The compiled module, and what its code was optimised to, stay.
 */
import { type Engine, loadEngine } from '../../core/engine.js';
import { ownPort } from './thread.js';
import type { Prepared, Request, Reply } from '../messages.js';

/** Answers requests to this thread; `buffersOf` names those of a chunk to hand over instead of copying them. */
export function serve<Task, Chunk>(
  prepare: (engine: Engine, task: Task) => Prepared<Chunk>,
  buffersOf: (chunk: Chunk) => ArrayBuffer[] = () => [],
): void {
  const port = ownPort();
  const post = (reply: Reply<Chunk>, buffers: ArrayBuffer[] = []) =>
    port.postMessage(reply, buffers);
  let loading: Promise<{ engine: Engine; prepared: Prepared<Chunk> }>;

  const load = async (module: WebAssembly.Module, task: Task) => {
    const engine = await loadEngine(module);
    return { engine, prepared: prepare(engine, task) };
  };

  const answer = async (first: number, count: number) => {
    try {
      const { engine, prepared } = await loading;
      const chunk = prepared.run(first, count);
      const memory = engine.exports.memory.buffer.byteLength;
      post({ chunk, memory }, buffersOf(chunk));
    } catch (error) {
      post({ error: error instanceof Error ? error.message : String(error) });
    }
  };

  port.onmessage = ({ data }: MessageEvent<Request<Task>>) => {
    if ('task' in data) {
      loading = load(data.module, data.task);
      loading.catch(() => undefined); // told with the first chunk
    } else void answer(data.first, data.count);
  };
  post('ready');
}
