/** Errors of checkpoints, in English. */
import { says, type Told } from '../../told.js';

/** What is wrong with the bytes of a checkpoint. */
export type Damage =
  | { readonly kind: 'no-checkpoint' | 'changed' }
  | { readonly kind: 'replicates' | 'header'; readonly expected: number; readonly found: number }
  | { readonly kind: 'status'; readonly found: number }
  | { readonly kind: 'no-bytes'; readonly found: string }
  | { readonly kind: 'format'; readonly expected: number; readonly found: number };

const again = '; compute the checkpoint again';

function damaged(damage: Damage): string {
  switch (damage.kind) {
    case 'replicates':
      return `${damage.expected} bytes of replicates, found ${damage.found}${again}`;
    case 'status':
      return `statuses of replicates, found ${damage.found}${again}`;
    case 'no-bytes':
      return `bytes in a Uint8Array, found ${damage.found}${again}`;
    case 'no-checkpoint':
      return 'a checkpoint, found something else; name a file that a bootstrap wrote';
    case 'format': {
      const earlier = damage.found < damage.expected ? ' of an earlier version' : '';
      return `checkpoint format ${damage.expected}, found format ${damage.found}${earlier}${again}`;
    }
    case 'header':
      return `a header of ${damage.expected} bytes, found ${damage.found}: it was cut short or damaged${again}`;
    case 'changed':
      return `the contents that were written, found others: it was changed, damaged or cut short${again}`;
  }
}

/** A part in which two runs differ. */
export interface RunDifference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

export const checkpointExists = says(
  'checkpoint-exists',
  'expected no checkpoint yet, found one; resume it or remove it',
);
export const damagedCheckpoint = says(
  'bad-checkpoint',
  ({ damage }: { readonly file: string; readonly damage: Damage }) => `expected ${damaged(damage)}`,
);
export interface WrongHeader {
  readonly file: string;
  readonly path: string;
  /** In English. */
  readonly expected: string;
  /** The same as data. */
  readonly expectation: Told;
}

export const wrongHeader = says(
  'bad-checkpoint/header',
  ({ expectation }: WrongHeader) =>
    `expected ${expectation.text}, found something else; compute the checkpoint again`,
);
export const otherRun = says(
  'other-run',
  ({ differences }: { readonly file: string; readonly differences: readonly RunDifference[] }) =>
    `belongs to another run: expected ${differences.map(({ what, expected, found }) => `${what} ${expected}, found ${found}`).join('; ')}`,
);
export const insecurePage = says(
  'insecure-page/checkpoint',
  'checkpoints need a page that was loaded over https or from localhost',
);
export const notRead = says(
  'checkpoint-not-read',
  ({ reason }: { readonly checkpoint: string; readonly reason: string }) =>
    `the checkpoint could not be read: ${reason}`,
);
export const notWritten = says(
  'checkpoint-not-written',
  ({ reason }: { readonly checkpoint: string; readonly reason: string }) =>
    `the checkpoint could not be written: ${reason}`,
);
export const otherReplicates = says(
  'bad-checkpoint/replicates',
  ({ width }: { readonly place: string; readonly width: number }) =>
    `expected replicates of ${width} numbers in their order, found something else; compute them again`,
);
