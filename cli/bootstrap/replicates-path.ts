import { InvalidArgumentError } from 'commander';

/** The path of `--replicates`; its extension determines the format. */
export function replicatesPath(text: string): string {
  if (/\.(csv|arrow)$/i.test(text)) return text;
  throw new InvalidArgumentError('Expected a file that ends in .csv or .arrow.');
}
