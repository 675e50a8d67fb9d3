/** The data on the page. */
import { batch, computed, signal } from '@preact/signals';
import { ask, EngineFailure } from '../engine/client.js';
import type { Failure } from '../engine/failure.js';
import type {
  ColumnName,
  OpenedTable,
  OpeningProgress,
  PreparedData,
  Source,
} from '../engine/questions/tables.js';
import { addPart, record } from './history.js';

export const data = signal<OpenedTable | undefined>(undefined);
/** The file that the data were read from. */
export const source = signal<Source | undefined>(undefined);
/** The file that was tried last: it has no data if it could not be read. */
export const tried = signal<Source | undefined>(undefined);
export const dataFailure = signal<Failure | undefined>(undefined);
/** How far the file that is being read is read; undefined while none is. */
export const opening = signal<Partial<OpeningProgress> | undefined>(undefined);
export const isOpening = computed(() => opening.value !== undefined);
/** What the steps of the model make of the data; undefined before the first step is known. */
export const preparedData = signal<PreparedData | undefined>(undefined);

/** All columns that a model can name, also those that its steps make. */
export const columns = computed<readonly ColumnName[]>(
  () => preparedData.value?.columns ?? data.value?.columns ?? [],
);
export const columnNames = computed(() => columns.value.map(({ name }) => name));

type Together = () => Promise<(() => void) | undefined>;

let lastNumber = 0;
let reading = new AbortController();

/**
 * Opens data; what was open before stays if they cannot be read. A later call wins over one that still reads.
 * `together` returns
 * a change of what belongs to them, such as the model, for the same step back. True if the data are open now.
 */
export async function openData(
  next: Source,
  { isStep = true, together }: { readonly isStep?: boolean; readonly together?: Together } = {},
): Promise<boolean> {
  const number = ++lastNumber;
  reading.abort();
  reading = new AbortController();
  batch(() => {
    tried.value = next;
    opening.value = {};
    dataFailure.value = undefined;
  });
  const onProgress = (progress: OpeningProgress) => {
    if (number === lastNumber) opening.value = progress;
  };
  try {
    const opened = await ask('open', next, { signal: reading.signal, onProgress });
    const change = await together?.();
    if (number !== lastNumber) return false;
    if (isStep && source.value !== undefined) record();
    batch(() => {
      source.value = next;
      preparedData.value = undefined;
      data.value = opened;
      change?.();
      opening.value = undefined;
    });
    return true;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    if (number !== lastNumber) return false;
    batch(() => {
      dataFailure.value = error.failure;
      opening.value = undefined;
    });
    return false;
  }
}

/** Closes the data: the work that is open now needs a file that is not here. */
export function closeData(): void {
  lastNumber++;
  reading.abort();
  batch(() => {
    source.value = undefined;
    tried.value = undefined;
    opening.value = undefined;
    dataFailure.value = undefined;
    preparedData.value = undefined;
    data.value = undefined;
  });
}

addPart<Source | undefined>({
  read: () => source.value,
  restore: (before) =>
    before === undefined ? closeData() : void openData(before, { isStep: false }),
});
