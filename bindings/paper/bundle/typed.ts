import { EconError, InputError } from '../../core/errors/errors.js';
import { showWord } from '../../words/text/messages.js';
import { otherParts } from '../../words/errors/paper/bundles.js';

/**
 * What `read` returns. Parts of an argument that do not belong together are an error of the caller.
 *
 * @throws InputError `bad-value`, and typed errors of `read`
 */
export function typed<Result>(subject: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof EconError) throw error;
    throw new InputError(otherParts({ path: subject, reason: showWord(String(error)) }), subject);
  }
}
