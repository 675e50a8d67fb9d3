/** Files and cells that are dropped on the page or pasted into it. */
import { isTable, openCells, openFile } from '../opening/files.js';
import { wanted } from '../session/wanted.js';
import { words } from '../words/words.js';

export function openDropped(event: DragEvent): void {
  event.preventDefault();
  void openFiles([...(event.dataTransfer?.files ?? [])]);
}

const isWritten = ({ name }: File) => /\.ya?ml$/i.test(name);

/** A study or a model is opened with the data next to it; else the first file is the data. */
async function openFiles(files: readonly File[]): Promise<void> {
  if (wanted.value?.bring !== undefined) {
    for (const file of files) await openFile(file, file.name);
  } else if (files.some(isWritten)) {
    await (await import('./written-files.js')).openWritten(files);
  } else if (files[0] !== undefined) await openFile(files[0], files[0].name);
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
