/**
 * Colours of a terminal. The package picocolors reads the environment when it is imported, for which Deno asks a
 * permission, so only the command line imports it.
 */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly yellow: (text: string) => string;
}

export function colorsOf(enabled: boolean): Colors {
  const between = (start: number, end: number) => (text: string) =>
    enabled ? `\x1b[${start}m${text}\x1b[${end}m` : text;
  return { bold: between(1, 22), dim: between(2, 22), yellow: between(33, 39) };
}
