/** Work that no threads share, with the options of a run. */
import { type LocalOptions, progressTo } from './run-options.js';

/**
 * The answer of work in the calling thread. The signal is looked at before and after it, and its progress is told once, at
 * the end.
 *
 * @throws the reason of the signal; what `work` and `onProgress` throw
 */
export async function inOnePiece<Answer>(
  { signal, onProgress }: LocalOptions,
  work: () => Answer | Promise<Answer>,
): Promise<Answer> {
  signal?.throwIfAborted();
  const tell = progressTo(onProgress, 1);
  const answer = await work();
  signal?.throwIfAborted();
  tell(1);
  return answer;
}
