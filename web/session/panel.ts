/** Which panel of the workbench is open. */
import { signal } from '@preact/signals';

export const openPanel = signal('estimate');
