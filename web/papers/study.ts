/** A finished paper whose choices can be moved: the author's study, the reader's, and what each finds. */
import { batch, computed, effect, signal } from '@preact/signals';
import { ask, EngineFailure } from '../engine/client.js';
import { latest } from '../engine/latest.js';
import type { Failure } from '../engine/failure.js';
import type { Answer, Asks } from '../engine/protocol.js';
import type { ReadStudy, StudyFiles, WrittenStudy } from '../engine/questions/studies.js';
import { language } from '../words/words.js';
import { addPart, record } from '../session/history.js';
import { alsoKeep } from '../session/kept.js';
import { shownTables, type Path, valueAt, withValue } from './choices.js';

/** The study as its author published it. */
export const author = signal<WrittenStudy | undefined>(undefined);
/** The study with the choices of the reader, if they are not the author's. It is kept, and waits for the paper. */
export const readersStudy = signal<WrittenStudy | undefined>(undefined);
/** The study with the choices of the reader. */
export const study = computed(() => author.value && (readersStudy.value ?? author.value));
/** The study that a reader brought. It is kept with its data, which the page's server does not have. */
export const readersFile = signal<StudyFiles | undefined>(undefined);
/** The study file that is open, and its data. */
export const studyFiles = signal<StudyFiles | undefined>(undefined);
export const authorResult = signal<ReadStudy | undefined>(undefined);
export const studyResult = signal<ReadStudy | undefined>(undefined);
export const studyFailure = signal<Failure | undefined>(undefined);
/** True while bootstraps are computed that the shown verdicts do not rest on yet. */
export const pending = signal(false);

/** First and last period of the data. */
export const periods = signal<readonly [number, number] | undefined>(undefined);

export const moved = computed(() => study.value !== author.value);

let isRequested = false;

/** True once a study has been asked for, which the paper next to the page must not replace. */
export const isStudyRequested = () => isRequested;

export async function openStudy(files: StudyFiles): Promise<void> {
  isRequested = true;
  try {
    const opened = await ask('openStudy', files);
    studyFailure.value = undefined;
    authorResult.value = undefined;
    periods.value = opened.periods;
    batch(() => {
      if (author.value !== undefined) readersStudy.value = undefined;
      studyFiles.value = files;
      readersFile.value = files.files.some(({ url }) => url === undefined) ? files : undefined;
      author.value = opened.study;
    });
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    studyFailure.value = error.failure;
  }
}

/** Moves a choice. A value that is the author's again is not kept as a change. */
export function choose(path: Path, value: unknown): void {
  const next = withValue(study.value!, path, value);
  record(path.join('.'));
  changed.set(next, studyFiles.value);
  readersStudy.value = sameValue(next, author.value) ? undefined : next;
}

export function backToAuthor(path?: Path): void {
  if (path !== undefined) return choose(path, valueAt(author.value, path));
  record();
  readersStudy.value = undefined;
}

/** The file of which each study is a change: a step back does not bring the choices of another paper. */
const changed = new WeakMap<WrittenStudy, StudyFiles | undefined>();

addPart<WrittenStudy | undefined>({
  read: () => readersStudy.value,
  restore: (before) => {
    const isOther = before && changed.has(before) && changed.get(before) !== studyFiles.value;
    if (!isOther) readersStudy.value = before;
  },
});
alsoKeep('study', readersStudy);
alsoKeep('ownStudy', readersFile);

export const sameValue = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The study without resampling: what a dragged slider is answered with. */
function withoutResampling(written: WrittenStudy): WrittenStudy {
  const tables = Object.fromEntries(
    Object.entries((written['tables'] ?? {}) as Record<string, Record<string, unknown>>).map(
      ([name, table]) => {
        const compare = table['compare'] as { readonly by?: unknown } | undefined;
        return [name, compare?.by ? { ...table, compare: { ...compare, by: ['wald'] } } : table];
      },
    ),
  );
  return { ...withValue(written, ['defaults', 'bootstrap'], undefined), tables };
}

/** Tables and sentences are in the language of the page, unless the study names one. */
const inLanguage = (written: WrittenStudy): WrittenStudy =>
  language.value === 'en' ? written : { language: language.value, ...written };

/** How long a reader must rest before the bootstraps begin. */
const rest = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let running = new AbortController();

const answerAtOnce = latest(async (written: WrittenStudy) => {
  const result = await show(withoutResampling(written), written);
  if (result !== undefined && written === author.value) authorResult.value ??= result;
  if (study.value === written) timer = setTimeout(() => void bootstrapped(written), rest);
});

async function show(variant: WrittenStudy, written: WrittenStudy, signal?: AbortSignal) {
  try {
    const run = { study: inLanguage(variant), only: shownTables(written) };
    const result = await ask('study', run, signal && { signal });
    studyFailure.value = undefined;
    studyResult.value = result;
    return result;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    if (error.failure.code !== 'aborted') studyFailure.value = error.failure;
    return undefined;
  }
}

/** Files that the engine makes of the reader's study. */
type Made = 'studyReport' | 'studyArchive';

/** Such a file; undefined if it cannot be made, which `studyFailure` says. */
export async function madeOf<Name extends Made>(name: Name): Promise<Answer<Name> | undefined> {
  try {
    return await ask(name, inLanguage(study.value!) as Asks<Name>);
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    studyFailure.value = error.failure;
    return undefined;
  }
}

async function bootstrapped(written: WrittenStudy): Promise<void> {
  running = new AbortController();
  const result = await show(written, written, running.signal);
  if (study.value !== written || result === undefined) return;
  pending.value = false;
  if (written === author.value) authorResult.value = result;
}

/** Starts to follow the reader's choices: quick answers first, then those with bootstraps. */
export function followStudy(): void {
  effect(() => {
    const written = study.value;
    if (written === undefined || language.value === undefined) return;
    running.abort();
    clearTimeout(timer);
    pending.value = true;
    answerAtOnce(written);
  });
}
