/** The text of the study that is open: what is written there is read with its data, and the claims follow. */
import { computed, effect, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import studySchema from 'schema:study';
import { completeBy } from '../editor/completion.js';
import { parseText, placeOf, type TextFault } from '../editor/document.js';
import { YamlEditor } from '../editor/yaml-editor.js';
import { latest } from '../engine/latest.js';
import type { StudyFiles } from '../engine/questions/studies.js';
import { openStudy, studyFailure, studyFiles, studyResult } from '../papers/study.js';
import { addPart, record, redo, undo } from '../session/history.js';
import { pathSteps } from '../session/paths.js';
import { spoken } from '../components/spoken.js';
import { words } from '../words/words.js';

const text = signal('');
/** The files with the text that was written last, once they have been opened. */
let written: StudyFiles | undefined;

/** Another study that is opened brings its own text. */
effect(() => {
  const files = studyFiles.value;
  if (files !== undefined && files !== written) text.value = files.text;
});

/** Milliseconds without a change after which the study is read. */
const rest = 400;

const read = latest(async (next: string) => {
  await new Promise((resolve) => setTimeout(resolve, rest));
  const { files = [] } = studyFiles.peek() ?? {};
  if (next !== text.peek() || parseText(next).faults.length > 0) return;
  // The study is the reader's now, who keeps and shares it with its data.
  const sources = files.map(({ name, file, options }) => ({
    name,
    file,
    ...(options && { options }),
  }));
  written = { text: next, files: sources };
  await openStudy(written);
});

function write(next: string): void {
  text.value = next;
  read(next);
}

addPart({ read: () => text.value, restore: write });

function writeStep(next: string): void {
  record('study text');
  write(next);
}

const faults = computed<readonly TextFault[]>(() => {
  const { document, faults: ofText } = parseText(text.value);
  if (ofText.length > 0) return ofText;
  const failure = studyFailure.value;
  const at = (key: string, message: string): TextFault => ({
    ...placeOf(document, pathSteps(key)),
    message,
    severity: 'error',
  });
  if (failure !== undefined) return [at(pathOf(failure), spoken(failure))];
  return (studyResult.value?.failed ?? []).map(({ id, error }) =>
    at(document.hasIn(['tables', id]) ? `tables.${id}` : `figures.${id}`, spoken(error)),
  );
});

/** The key that a failure is about. */
function pathOf({ key = '', detail = {} }: NonNullable<typeof studyFailure.value>): string {
  const { path = key } = detail as { readonly path?: string };
  return path;
}

export function StudyText() {
  const { studyText, studyTextNote } = words.value.read;
  const columns = () => Object.keys(studyResult.peek()?.labels ?? {});
  const complete = useMemo(() => completeBy(studySchema, columns), []);
  return (
    <>
      <p class="note">{studyTextNote}</p>
      <YamlEditor
        label={studyText}
        text={text}
        faults={faults}
        complete={complete}
        onChange={writeStep}
        onUndo={undo}
        onRedo={redo}
      />
      <ul class="text-faults" aria-live="polite">
        {faults.value.map(({ message }) => (
          <li key={message} class="failure">
            {message}
          </li>
        ))}
      </ul>
    </>
  );
}
