/** A file that the work needs and the browser does not have: a person must bring it. */
import { signal } from '@preact/signals';
import type { ReadChoices } from '../engine/questions/tables.js';

export interface WantedFile {
  readonly name: string;
  /** SHA-256 of its bytes in hexadecimal digits, if it is known. */
  readonly hash?: string | undefined;
  readonly options?: ReadChoices | undefined;
}

export const wanted = signal<WantedFile | undefined>(undefined);

/** What a person must know about the work that was opened: a damaged link, another file, a copy. */
export const notice = signal<Notice | undefined>(undefined);

export type NoticeKind = 'damaged-link' | 'newer-link' | 'copied' | 'other-file' | 'not-served';

export interface Notice {
  readonly kind: NoticeKind;
  /** The file that it is about. */
  readonly name?: string;
}

/** SHA-256 in hexadecimal digits; undefined where the browser has none, as on pages without TLS. */
export async function hashOf(file: Blob): Promise<string | undefined> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** True if both hashes are known and differ. */
export const differs = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && one !== other;
