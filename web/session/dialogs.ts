/** Which dialog is open over the page. */
import { signal } from '@preact/signals';

export const openDialog = signal<'share' | 'kept' | undefined>(undefined);
