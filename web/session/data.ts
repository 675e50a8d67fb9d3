/** The data on the page. */
import { signal } from '@preact/signals';
import { ask, EngineFailure } from '../engine/client.js';
import type { Failure } from '../engine/protocol.js';
import type { DescribedColumn, OpenedTable, Source } from '../engine/questions/tables.js';

export const data = signal<OpenedTable | undefined>(undefined);
export const dataFailure = signal<Failure | undefined>(undefined);
/** What is known of each column, once it has been asked for. */
export const described = signal<readonly DescribedColumn[] | undefined>(undefined);

/** Opens data; what was open before stays if they cannot be read. */
export async function openData(source: Source): Promise<void> {
  try {
    const opened = await ask('open', source);
    dataFailure.value = undefined;
    described.value = undefined;
    data.value = opened;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    dataFailure.value = error.failure;
  }
}

export async function describeColumns(): Promise<void> {
  described.value = await ask('describe', undefined);
}

export const example = 'abdata.csv';

/** Opens the example, which is served beside the page. */
export async function openExample(): Promise<void> {
  const response = await fetch(`${example}.gz`);
  await openData({ name: example, bytes: new Uint8Array(await response.arrayBuffer()) });
}
