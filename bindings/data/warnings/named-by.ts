/** The columns that a model names. */
import { isKeyed } from '../../core/arguments/arguments.js';
import { asWritten } from '../formula/idioms/dotted-names.js';
import { namesIn } from './names-in-text.js';

/** Tells if a column is named by a text in a model. */
export function namedBy(model: object): (column: string) => boolean {
  const texts = textsOf(model);
  const whole = new Set(texts);
  const isNamed = namesIn(texts);
  // Lists of a hundred thousand names are looked up at once.
  return (column) => whole.has(column) || isNamed(column);
}

/** All texts in a model, which may contain itself, and those it was read from. The keys of `columns` are names of columns, as in `{x: +}`. */
function textsOf(model: unknown): string[] {
  const texts: string[] = [];
  const parts = new Set([model]);
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part);
    else if (typeof part === 'object' && part !== null) {
      for (const value of Object.values(part)) parts.add(value);
      const { columns, [asWritten]: written } = part as {
        readonly columns?: unknown;
        readonly [asWritten]?: unknown;
      };
      if (written !== undefined) parts.add(written);
      if (isKeyed(columns)) texts.push(...Object.keys(columns));
    }
  }
  return texts;
}
