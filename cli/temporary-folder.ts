import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notWritten } from './not-written.js';

/**
 * The real path of a new folder below the temporary one of the system, with a name that nobody can foresee.
 *
 * @throws InputError `file-not-writable` or EngineError `file-not-written` where TMPDIR takes no folders
 */
export async function temporaryFolder(prefix: string): Promise<string> {
  try {
    return await realpath(await mkdtemp(join(tmpdir(), prefix)));
  } catch (error) {
    throw notWritten(`the temporary folder ${tmpdir()}`, error);
  }
}
