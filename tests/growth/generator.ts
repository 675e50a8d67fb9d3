/** Inputs of many parts, and what ends their reading. */

/** A family of inputs, each of which has many parts of one kind. */
export interface Generator {
  readonly name: string;
  /** Parts of the largest input; the others have a half and a quarter of them. */
  readonly parts: number;
  readonly input: (parts: number) => string | Uint8Array | Promise<Uint8Array>;
  readonly read: (input: never) => unknown;
}

/** A generator of texts. */
export function texts(
  name: string,
  parts: number,
  input: (parts: number) => string,
  read: (text: string) => unknown,
): Generator {
  return { name, parts, input, read };
}

/** A generator of files. */
export function files(
  name: string,
  parts: number,
  input: (parts: number) => Uint8Array | Promise<Uint8Array>,
  read: (bytes: Uint8Array) => unknown,
): Generator {
  return { name, parts, input, read };
}

export type Reading = (value: string | Uint8Array) => unknown;

/** `value`, or the code of the typed error that ends the reading of so many parts. @throws any other error */
export async function outcomeOf({ input, read }: Generator, parts: number): Promise<string> {
  const value = await input(parts);
  return outcomeOfRun(() => (read as Reading)(value));
}

/** `value`, or the code of the typed error that ends a run. @throws any other error */
export async function outcomeOfRun(run: () => unknown): Promise<string> {
  try {
    await run();
    return 'value';
  } catch (error) {
    return codeOf(error);
  }
}

/** The code of a typed error. @throws any other error */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && 'exitCode' in error) return String(error.code);
  throw error;
}
