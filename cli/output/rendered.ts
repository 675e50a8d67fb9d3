/** Writes what a renderer returns, to a file or to standard output. */
import { writeWhole } from '../files/files.js';
import { type Host, printPage } from '../host.js';

/**
 * Writes text with a final line feed, or bytes; to standard output if there is no path.
 *
 * @throws as `writeWhole`
 */
export async function writeRendered(
  host: Host,
  rendered: string | Uint8Array,
  path: string | undefined,
): Promise<void> {
  const isText = typeof rendered === 'string';
  if (path !== undefined) await writeWhole(host, path, isText ? [rendered, '\n'] : [rendered]);
  else if (isText) printPage(host, rendered);
  else host.stdout.write(rendered);
}
