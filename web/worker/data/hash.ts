/** SHA-256 of the file that is open, by which a number's data are known. */

let file: Blob | undefined;
let fileName: string | undefined;
let hash: Promise<string | undefined> | undefined;

/** Says which file is open. It is hashed when that is first asked for. */
export function dataAre(opened: Blob, name: string): void {
  file = opened;
  fileName = name;
  hash = undefined;
}

/** The name of the file that is open. */
export const dataName = () => fileName;

/**
 * Undefined before a file is open, and where the browser cannot hash: outside of secure contexts, and a file larger
 * than its memory for one.
 */
export function dataHash(): Promise<string | undefined> {
  hash ??= hashOf(file).catch(() => undefined);
  return hash;
}

async function hashOf(content: Blob | undefined): Promise<string | undefined> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined || content === undefined) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', await content.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
