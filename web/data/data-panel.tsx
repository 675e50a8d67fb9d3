/** The data: a file of one's own, cells that were copied, or an example. */
import { useRef } from 'preact/hooks';
import { data, opening } from '../session/data.js';
import { type ExampleName, examples, openExample } from '../papers/examples.js';
import { fitsData, isTable, openCells, openFile, startModel } from '../opening/files.js';
import { isSettled } from '../session/estimate.js';
import { model } from '../session/model.js';
import { count } from '../words/numbers.js';
import { words } from '../words/words.js';
import { lazy } from '../components/lazy.js';
import { accepted } from './file-kind.js';

const Reading = lazy(async () => (await import('./reading.js')).Reading);
const Warnings = lazy(async () => (await import('./warnings.js')).Warnings);
const DataFailure = lazy(async () => (await import('./warnings.js')).DataFailure);
const PanelChoice = lazy(async () => (await import('./panel-choice.js')).PanelChoice);

export function DataPanel() {
  const { data: heading } = words.value.data;
  return (
    <section class="card" aria-labelledby="data-heading">
      <h2 id="data-heading">{heading}</h2>
      <Sources />
      <Opened />
      <DataFailure />
      {isSettled.value && (
        <>
          <Warnings />
          <Reading />
          <PanelChoice />
        </>
      )}
    </section>
  );
}

function Sources() {
  const { chooseFile, dropHere, useExample, exampleNames } = words.value.data;
  const names = Object.keys(examples) as ExampleName[];
  return (
    <div class="row">
      <label class="button">
        {chooseFile}
        <input
          type="file"
          class="visually-hidden"
          accept={accepted()}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) void openFile(file, file.name);
            // The same file can be chosen again after it has been corrected.
            currentTarget.value = '';
          }}
        />
      </label>
      <PasteCells />
      <select
        aria-label={useExample}
        value=""
        onChange={({ currentTarget }) => {
          void openExample(currentTarget.value as ExampleName);
          currentTarget.value = '';
        }}
      >
        <option value="">{useExample}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {exampleNames[name]}
          </option>
        ))}
      </select>
      <span class="note">{dropHere}</span>
    </div>
  );
}

/** A field for cells; on the rest of the page they can be pasted without it. */
function PasteCells() {
  const { pasteCells, pasteHere, pasted, notCells } = words.value.data;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (text: string) => {
    if (!isTable(text)) return;
    dialog.current?.close();
    void openCells(text, pasted);
  };
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {pasteCells}
      </button>
      <dialog ref={dialog} aria-label={pasteCells}>
        <form
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            open(String(new FormData(event.currentTarget).get('cells')));
          }}
        >
          <label class="field">
            <span class="field-label">{pasteHere}</span>
            <textarea name="cells" rows={12} cols={60} required spellcheck={false} />
          </label>
          <p class="note">{notCells}</p>
          <div class="row">
            <button type="submit">{pasteCells}</button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {words.value.data.cancel}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}

/** What is open, or how far it is read. */
function Opened() {
  const { rowsAndColumns, reading, doesNotFit, startNew } = words.value.data;
  const opened = data.value;
  const progress = opening.value;
  return (
    <>
      <p role="status">
        {opened !== undefined && (
          <>
            <strong>{opened.name}</strong>{' '}
            {rowsAndColumns(count(opened.nrows), count(opened.columns.length))}
          </>
        )}{' '}
        {progress?.rows !== undefined && <span class="note">{reading(count(progress.rows))}</span>}
      </p>
      {!fitsData(model.value) && (
        <p class="notice">
          {doesNotFit}{' '}
          <button type="button" onClick={() => void startModel()}>
            {startNew}
          </button>
        </p>
      )}
    </>
  );
}
