/** Which panel of the workbench is open, and which dialog over the page. */
import { signal } from '@preact/signals';

export const openPanel = signal('estimate');
export const openDialog = signal<'share' | 'kept' | undefined>(undefined);
