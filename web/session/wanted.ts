/** A file that the work needs and the browser does not have: a person must bring it. */
import { signal } from '@preact/signals';
import { ask } from '../engine/client.js';
import type { Words } from '../words/en/index.js';
import type { ReadChoices } from '../engine/questions/tables.js';

export interface WantedFile {
  readonly name: string;
  /** SHA-256 of its bytes in hexadecimal digits, if it is known. */
  readonly hash?: string | undefined;
  readonly options?: ReadChoices | undefined;
  /** Takes the file, if it is not the data of the model. */
  readonly bring?: (file: Blob, name: string) => Promise<void>;
}

export const wanted = signal<WantedFile | undefined>(undefined);

/** What a person must know about the work that was opened: a damaged link, another file, a copy. */
export const notice = signal<Notice | undefined>(undefined);

export type NoticeKind = keyof Words['keeping']['notices'];

export interface Notice {
  readonly kind: NoticeKind;
  /** The file that it is about. */
  readonly name?: string;
}

/** True if the file that the engine has read last is not the one with this hash, as far as both are known. */
export async function isOtherFile(hash: string | undefined): Promise<boolean> {
  const opened = hash === undefined ? undefined : await ask('dataHash', undefined);
  return opened !== undefined && opened !== hash;
}
