/** Words to suggest for an option or argument; others may be valid too. */
import type { Argument, Option } from 'commander';

const words = new WeakMap<Option | Argument, readonly string[]>();

export function suggesting<Part extends Option | Argument>(
  part: Part,
  list: readonly string[],
): Part {
  words.set(part, list);
  return part;
}

export function suggested(part: Option | Argument): readonly string[] | undefined {
  return words.get(part);
}
