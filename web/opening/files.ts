/** Files that a person brings: chosen, dropped or pasted. */
import { ask, EngineFailure } from '../engine/client.js';
import type { FirstModel, ReadChoices, Source } from '../engine/questions/tables.js';
import { columnNames, data, openData, source, tried } from '../session/data.js';
import { mode } from '../session/view.js';
import { isOtherFile, notice, type WantedFile, wanted } from '../session/wanted.js';
import { change, demo, model, type WrittenModel } from '../session/model.js';

/** Opens a file. Its bytes are taken now, as the file may change later. */
export async function openFile(file: Blob, name: string): Promise<void> {
  if (wanted.value?.bring !== undefined) return wanted.value.bring(file, name);
  mode.value = 'write';
  const options = wanted.value?.options;
  const copy = new Blob([await file.arrayBuffer()]);
  await openBrought({ name, file: copy, ...(options && { options }) });
}

/** Reads the file that was tried last in another way. */
export async function readWith(options: ReadChoices): Promise<void> {
  const last = tried.value;
  if (last !== undefined) await openBrought({ ...last, options });
}

/** Opens a person's file. The demo gives way to a model of it, in the same step back. */
async function openBrought(next: Source): Promise<void> {
  const awaited = wanted.value;
  const isNew = next.file !== source.value?.file;
  const together = async () => {
    if (awaited !== undefined) return bringWanted(awaited, next.name);
    const first = isNew && model.value === demo ? await firstModel() : undefined;
    return () => {
      if (isNew) notice.value = undefined;
      if (first !== undefined) model.value = first;
    };
  };
  await openData(next, { together });
}

/** The file that the work needs is here, or another one, which is said. */
async function bringWanted({ hash }: WantedFile, name: string): Promise<() => void> {
  const isOther = await isOtherFile(hash);
  return () => {
    wanted.value = undefined;
    notice.value = isOther ? { kind: 'other-file', name } : undefined;
  };
}

/** Text of at least two lines or two cells is a table; other text is not. */
export const isTable = (text: string) => /\t|[^\n]\r?\n\s*\S/.test(text);

/** Opens cells that were copied from a spreadsheet. */
export const openCells = (text: string, name: string) => openFile(new Blob([text]), name);

/** A model that these data can have; undefined without two columns of numbers. */
async function firstModel(): Promise<WrittenModel | undefined> {
  try {
    const { formula, panel } = await ask('firstModel', undefined);
    return { estimator: 'ols', ...(panel && { panel }), formula };
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    return undefined;
  }
}

/** Replaces the model by one that these data can have. */
export async function startModel(): Promise<void> {
  const first = await firstModel();
  if (first !== undefined) change(first);
}

/** True unless the formula names none of the columns. */
export function fitsData(written: WrittenModel): boolean {
  if (data.value === undefined) return true;
  const formula = String(written['formula'] ?? '');
  const words = new Set(formula.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  const isNamed = (name: string) => words.has(name) || formula.includes(`\`${name}\``);
  return words.size === 0 || columnNames.value.some(isNamed);
}

/** The panel that the columns suggest, if the model has none of these data. */
export async function suggestedPanel(): Promise<FirstModel['panel']> {
  const { unit, time } = (model.value['panel'] ?? {}) as Partial<Record<string, string>>;
  const isKnown = (name?: string) => name !== undefined && columnNames.value.includes(name);
  if (isKnown(unit) && isKnown(time)) return undefined;
  return ask('firstModel', undefined).then(
    ({ panel }) => panel,
    () => undefined,
  );
}
