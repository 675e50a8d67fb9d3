/** The data: a file of one's own, or the example. */
import { data, dataFailure, openData, openExample } from '../session/data.js';
import { count } from '../words/numbers.js';
import { words } from '../words/words.js';

export async function openFile(file: File): Promise<void> {
  await openData({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}

export function DataPanel() {
  const { data: heading, chooseFile, dropHere, useExample, rowsAndColumns } = words.value.data;
  const opened = data.value;
  return (
    <section class="card" aria-labelledby="data-heading">
      <h2 id="data-heading">{heading}</h2>
      <div class="row">
        <label class="button">
          {chooseFile}
          <input
            type="file"
            class="visually-hidden"
            onChange={({ currentTarget: { files } }) => files?.[0] && void openFile(files[0])}
          />
        </label>
        <button type="button" onClick={() => void openExample()}>
          {useExample}
        </button>
        <span class="note">{dropHere}</span>
      </div>
      {opened !== undefined && (
        <p role="status">
          <strong>{opened.name}</strong>{' '}
          {rowsAndColumns(count(opened.nrows), count(opened.columns.length))}
        </p>
      )}
      {dataFailure.value !== undefined && (
        <p class="failure" role="alert">
          {dataFailure.value.message}
        </p>
      )}
    </section>
  );
}
