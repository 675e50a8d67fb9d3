/** Files and cells that are dropped on the page or pasted into it. */
import { isTable, openCells, openFile } from '../session/files.js';
import { words } from '../words/words.js';

export function openDropped(event: DragEvent): void {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file !== undefined) void openFile(file, file.name);
}

/** A paste into a field stays there; elsewhere a file or cells become the data. */
export function openPasted(event: ClipboardEvent): void {
  const [target] = event.composedPath() as Element[];
  if (target?.closest?.('input, textarea, select, [contenteditable]')) return;
  const [file] = event.clipboardData?.files ?? [];
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (file !== undefined) void openFile(file, file.name);
  else if (isTable(text)) void openCells(text, words.value.data.pasted);
}
