/** Data that are served next to the page, and a model of each. */
import type { Source } from '../engine/questions/tables.js';
import { dataFailure, openData } from '../session/data.js';
import { demo, model, type WrittenModel } from '../session/model.js';

export interface Example {
  /** The name of the file. */
  readonly file: string;
  /** Where it is served, if it is compressed. */
  readonly url?: string;
  readonly model: WrittenModel;
}

export const examples = {
  employment: { file: 'abdata.csv', url: 'abdata.csv.gz', model: demo },
  provinces: {
    file: 'provinces.csv',
    model: {
      estimator: 'dpd',
      panel: { unit: 'province', time: 'year' },
      formula: 'Level ~ L.Level + Gov + IL + Open + PGpc + UR + SFE',
      system: true,
      steps: 2,
      gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
      iv: [{ vars: ['IL', 'Open', 'PGpc', 'UR', 'SFE'] }],
    },
  },
} as const satisfies Readonly<Record<string, Example>>;

export type ExampleName = keyof typeof examples;

/** A file that is served next to the page; undefined, with the failure shown, if it is not there. */
export async function fetchData(name: string, url = name): Promise<Source | undefined> {
  try {
    const response = await fetch(url);
    if (response.ok) return { name, file: await response.blob(), url };
    dataFailure.value = { code: 'unexpected', message: `${name}: ${response.status}` };
  } catch (error) {
    dataFailure.value = { code: 'unexpected', message: `${name}: ${(error as Error).message}` };
  }
  return undefined;
}

/** Opens the data that the page starts with. */
export async function openFirstExample(): Promise<void> {
  const source = await fetchData(examples.employment.file, examples.employment.url);
  if (source !== undefined) await openData(source);
}

/** Opens an example and its model, as one step back. */
export async function openExample(name: ExampleName): Promise<void> {
  const example: Example = examples[name];
  const source = await fetchData(example.file, example.url);
  if (source === undefined) return;
  const together = () => Promise.resolve(() => void (model.value = example.model));
  await openData(source, { together });
}
