/** A finished paper whose choices can be moved: claims, controls and tables. */
import { useEffect, useState } from 'preact/hooks';
import { choicesInView, claimsInView, useInView } from '../components/in-view.js';
import { lazy } from '../components/lazy.js';
import { save } from '../components/save.js';
import {
  author,
  authorResult,
  backToAuthor,
  followStudy,
  isStudyRequested,
  madeOf,
  moved,
  openStudy,
  readersFile,
  pending,
  studyFailure,
  studyResult,
} from '../papers/study.js';
import { wanted } from '../session/wanted.js';
import { PaperTable } from '../tables/paper-table.js';
import { spoken } from '../components/spoken.js';
import { words } from '../words/words.js';
import { ChoiceControls } from './choice-controls.js';
import { namesOfTables, shownTables } from '../papers/choices.js';
import { VerdictLine } from './verdict-line.js';
import { ClaimCard } from './claim-card.js';
import { chosenPaper, fetchPaper } from '../papers/fetched.js';

let begun = false;

/** Opens the paper beside the page once, unless the study of a link waits for its data. */
async function begin(): Promise<void> {
  if (begun) return;
  begun = true;
  followStudy();
  if (wanted.value?.bring !== undefined) return;
  const paper = readersFile.value ?? (await fetchPaper());
  if (!isStudyRequested()) await openStudy(paper);
}

/** `a` returns to the author's choices, unless something is being written. */
function onKey(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  // The editor is in a shadow root.
  const [target] = event.composedPath();
  const writes =
    target instanceof Element &&
    target.matches('input:not([type=range], [type=checkbox]), textarea, select, [contenteditable]');
  if (key === 'a' && !ctrlKey && !metaKey && !altKey && !writes) backToAuthor();
}

export function ReadMode() {
  useEffect(() => {
    void begin();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const result = studyResult.value;
  const { loading } = words.value.read;
  if (result === undefined) {
    return studyFailure.value === undefined ? <p role="status">{loading}</p> : <FailureText />;
  }
  return (
    <>
      <PaperBar title={result.title ?? ''} />
      <div class="paper-parts">
        <Claims />
        <Choices />
        <Tables />
      </div>
      <TextOfStudy />
      <p class="visually-hidden" role="status">
        {words.value.read.announced(
          result.claims
            .map(({ id, verdict }) => `${id} ${words.value.read.verdicts[verdict]}`)
            .join(', '),
        )}
      </p>
      {choicesInView.value && !claimsInView.value && <VerdictLine claims={result.claims} />}
    </>
  );
}

const StudyText = lazy(() => import('./study-text.js').then(({ StudyText: Text }) => Text));

/** The editor is loaded when it is opened. */
function TextOfStudy() {
  const [open, setOpen] = useState(false);
  return (
    <details class="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.value.read.studyText}</summary>
      {open && <StudyText />}
    </details>
  );
}

const savedFiles = [
  { name: 'studyReport', file: 'report.html', type: 'text/html' },
  { name: 'studyArchive', file: 'study.zip', type: 'application/zip' },
] as const;

type SavedFile = (typeof savedFiles)[number];

/** The title, and what can be done with the paper as a whole. */
function PaperBar({ title }: { readonly title: string }) {
  const { about, openPaper, saves, reporting, noStudyFile } = words.value.read;
  const [status, setStatus] = useState('');
  async function open(files: readonly File[]): Promise<void> {
    const paper = await chosenPaper(files);
    setStatus(paper === undefined ? noStudyFile : '');
    if (paper !== undefined) await openStudy(paper);
  }
  async function saveMade({ name, file, type }: SavedFile): Promise<void> {
    setStatus(reporting);
    const made = await madeOf(name);
    setStatus('');
    if (made !== undefined) save(file, made as BlobPart, type);
  }
  return (
    <div class="row paper-title">
      <div>
        <h2>{title}</h2>
        <p>{about}</p>
      </div>
      <label class="button">
        {openPaper}
        <input
          type="file"
          multiple
          class="visually-hidden"
          onChange={({ currentTarget: { files } }) => void open([...(files ?? [])])}
        />
      </label>
      {savedFiles.map((made) => (
        <button key={made.name} type="button" onClick={() => void saveMade(made)}>
          {saves[made.name]}
        </button>
      ))}
      <span class="note" role="status">
        {status}
      </span>
    </div>
  );
}

/** Why the paper has no result, in the words of the page where the engine has none. */
function FailureText() {
  const failed = studyFailure.value;
  if (failed === undefined) return null;
  const { missingFile } = words.value.read;
  return (
    <p class="failure" role="alert">
      {failed.code === 'missing-file' ? missingFile(failed.message) : spoken(failed)}
    </p>
  );
}

function Claims() {
  const section = useInView<HTMLElement>(claimsInView);
  return (
    <section ref={section} class="claims" aria-label={words.value.read.claims}>
      {studyResult.value!.claims.map((claim) => (
        <ClaimCard
          key={claim.id}
          claim={claim}
          author={authorResult.value?.claims.find(({ id }) => id === claim.id)}
        />
      ))}
    </section>
  );
}

function Choices() {
  const section = useInView<HTMLElement>(choicesInView);
  const { choices, choicesNote, backToAuthor: back, backKey, pending: waits } = words.value.read;
  return (
    <section ref={section} class="card choices" aria-labelledby="choices-heading">
      <h2 id="choices-heading">{choices}</h2>
      <p class="note">{choicesNote}</p>
      <button type="button" disabled={!moved.value} title={backKey} onClick={() => backToAuthor()}>
        {back}
      </button>
      <ChoiceControls tables={shownTables(author.value!)} />
      <p class="note" role="status">
        {pending.value && waits}
      </p>
      <FailureText />
    </section>
  );
}

function Tables() {
  const { tables, failed } = studyResult.value!;
  const others = namesOfTables(author.value!).length - shownTables(author.value!).length;
  return (
    <div class="paper-tables">
      {Object.entries(tables).map(([name, table]) => (
        <section key={name} class="card" aria-label={name}>
          <PaperTable table={table} before={authorResult.value?.tables[name]} />
        </section>
      ))}
      {failed.map(({ id, error }) => (
        <section key={id} class="card" aria-label={id}>
          <h3>
            {id}: {words.value.read.notMade}
          </h3>
          <p class="failure">{spoken(error)}</p>
        </section>
      ))}
      {others > 0 && <p class="note">{words.value.read.others(others)}</p>}
    </div>
  );
}
