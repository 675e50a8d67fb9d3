/** Text as one word of a shell command. */
import { badArgument } from '../errors/bad-argument.js';
import { aText } from '../../words/expectations/values.js';

/**
 * A text as one word of a POSIX shell, in single quotes if it needs them.
 *
 * @throws InputError `bad-value`
 */
export function shellWord(text: string): string {
  if (typeof text !== 'string') throw badArgument('shellWord', 'text', aText(), text);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A word of a Windows batch file; undefined for text that no Windows file name can contain. */
export function batchWord(text: string): string | undefined {
  if (/["*?<>|\p{Cc}]/u.test(text)) return undefined;
  return /^[\w./-]+$/.test(text) ? text : `"${text.replaceAll('%', '%%')}"`;
}
