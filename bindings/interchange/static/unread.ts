/** Data frames that statements of R and Python make or change which are not translated. */
import { frameNotRead } from '../../words/errors/interchange/notes.js';
import { fileAfter } from '../made.js';
import type { Statement } from '../reader.js';
import { type ScriptFrame, withChange } from './frame.js';

/**
 * The frame after the statement. If it makes the frame from others, the rows are not known, and a file that the user
 * makes of it takes their place; a statement that reads data leaves their file to the user.
 */
export function unreadFrame(
  { text, line }: Statement,
  name: string,
  frames: ReadonlyMap<string, ScriptFrame>,
): ScriptFrame {
  const before = frames.get(name);
  const isMade = before === undefined;
  const value = new RegExp(`^\\s*${name.replaceAll('.', '\\.')}\\s*(?:<-|=(?!=))([^]*)$`).exec(
    text,
  )?.[1];
  if (value === undefined) {
    return withChange(before ?? {}, frameNotRead({ name, line, isMade }));
  }
  const words = value.match(/[\p{L}_.][\p{L}\p{N}_.]*/gu) ?? [];
  const isDerived = words.some((word) => frames.has(word) || frames.has(word.split('.')[0]!));
  if (!isDerived) return { changes: [frameNotRead({ name, line, isMade })] };
  const file = `${fileAfter(line)}.csv`;
  return { data: file, changes: [frameNotRead({ name, line, isMade, file })] };
}
