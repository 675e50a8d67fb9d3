/**
 * The worker's side. Each task gets a new instance of the core (0.13 ms), so nothing of an earlier task is left in
 * memory. The compiled module and its optimised code are kept.
 */
import { type Engine, newEngine } from '../../engine/engine.js';
import { adopt } from '../../engine/instances/shared.js';
import { causeOf } from '../../errors/cause.js';
import { saidByHost } from '../../../words/errors/core/workers.js';
import { wasmBuild } from '../../../generated/build.js';
import { parentPort } from './connection.js';
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
  let loading: Promise<Loaded>;

  const load = async (module: WebAssembly.Module, task: StudyTask): Promise<Loaded> => {
    adopt(module);
    const engine = await newEngine(module);
    const { prepare, buffersOf = () => [] } = studyOf(task);
    return { engine, prepared: await prepare(engine, task), buffersOf };
  };

  const refuse = (error: unknown) => {
    const cause = causeOf(error);
    try {
      post({ error: cause });
    } catch {
      post({ error: saidByHost({ reason: cause.text }) }); // a detail that cannot be sent
    }
  };
  const answer = async (first: number, count: number) => {
    try {
      const { engine, prepared, buffersOf } = await loading;
      const chunk = prepared.run(first, count);
      const memory = engine.exports.memory.buffer.byteLength;
      post({ chunk, memory }, buffersOf(chunk));
    } catch (error) {
      refuse(error);
    }
  };

  port.onmessage = ({ data }: MessageEvent<Request<StudyTask>>) => {
    if ('task' in data) {
      loading = load(data.module, data.task);
      loading.then(() => post({ loaded: true }), refuse);
    } else void answer(data.first, data.count);
  };
  post({ build: wasmBuild });
}
