/** Whether a paper is read or a model is written. */
import { signal } from '@preact/signals';

export type Mode = 'read' | 'write';

export const mode = signal<Mode>('read');
