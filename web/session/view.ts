/** What is on the screen: the mode, the panel of the workbench, and the dialog over the page. */
import { signal } from '@preact/signals';

/** Whether a paper is read or a model is written. */
export type Mode = 'read' | 'write';

export const mode = signal<Mode>('read');
export const openPanel = signal('estimate');
export const openDialog = signal<'share' | 'kept' | undefined>(undefined);
