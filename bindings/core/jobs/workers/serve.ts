/**
 * The worker's side. Each task gets a new instance of the core (0.13 ms), so nothing of another task is in its memory.
 * The compiled module and its optimised code are kept.
 */
import { type Engine, newEngine } from '../../engine/engine.js';
import { adopt } from '../../engine/instances/shared.js';
import { causeOf } from '../../errors/cause.js';
import { saidByHost } from '../../../words/errors/core/workers.js';
import { wasmBuild } from '../../../generated/build.js';
import { parentPort } from './host-thread.js';
import type { Prepared, Reply, Request, Study, StudyTask } from '../study.js';

interface Loaded {
  readonly engine: Engine;
  readonly prepared: Prepared<unknown>;
  readonly buffersOf: (chunk: unknown) => ArrayBuffer[];
}

/** Answers the requests that this thread receives. */
export function serve(studyOf: (task: StudyTask) => Study<StudyTask, unknown>): void {
  const port = parentPort();
  const post = (reply: Reply<unknown>, buffers: ArrayBuffer[] = []) =>
    port.postMessage(reply, buffers);
  /** Several runs may share this thread. */
  const sessions = new Map<number, Promise<Loaded>>();

  const load = async (module: WebAssembly.Module, task: StudyTask): Promise<Loaded> => {
    adopt(module);
    const engine = await newEngine(module);
    const { prepare, buffersOf = () => [] } = studyOf(task);
    return { engine, prepared: await prepare(engine, task), buffersOf };
  };

  const refuse = (session: number, error: unknown) => {
    const cause = causeOf(error);
    try {
      post({ session, error: cause });
    } catch {
      post({ session, error: saidByHost({ reason: cause.text }) }); // a detail that cannot be sent
    }
  };
  const answer = async (session: number, first: number, count: number) => {
    try {
      const { engine, prepared, buffersOf } = await sessions.get(session)!;
      const start = performance.now();
      const chunk = prepared.run(first, count);
      const ms = performance.now() - start;
      const memory = engine.exports.memory.buffer.byteLength;
      post({ session, chunk, ms, memory }, buffersOf(chunk));
    } catch (error) {
      refuse(session, error);
    }
  };

  port.onmessage = ({ data }: MessageEvent<Request<StudyTask>>) => {
    const { session } = data;
    if ('task' in data) {
      const loading = load(data.module, data.task);
      sessions.set(session, loading);
      loading.then(
        () => post({ session, loaded: true }),
        (error: unknown) => refuse(session, error),
      );
    } else if ('end' in data) sessions.delete(session);
    else void answer(session, data.first, data.count);
  };
  post({ build: wasmBuild });
}
