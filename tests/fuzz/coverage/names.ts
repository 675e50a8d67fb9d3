/** Names of the targets, and the folders of their seeds. */

/** Targets whose seeds are also golden files of the format. */
const formats = ['csv', 'json', 'dta', 'parquet', 'arrow', 'xlsx'] as const;

// prettier-ignore
export const names: readonly string[] = [
  ...formats,
  'ndjson', 'gzip', 'content', 'sheet', 'formula', 'where', 'expression', 'yaml',
];

/** `content` reads every format, so it starts from the seeds of all. */
export function seedFolders(name: string): string[] {
  const own = name === 'content' ? formats : [name];
  return own.flatMap((one) => [`tests/fuzz/seeds/${one}`, `tests/golden/files/${one}`]);
}
