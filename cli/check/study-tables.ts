/** The tables of a study, for its audit. */
import {
  EconError,
  keptResults,
  type PaperTable,
  runStudy,
  type StudyInput,
  type StudyResult,
} from '../../bindings/index.js';
import { memoryLimit } from '../bootstrap/bootstrap.js';
import { interruptible } from '../bootstrap/interruptible.js';
import type { Host } from '../host.js';
import { inputName, readText } from '../io.js';
import { keptStorage } from '../study/cache.js';
import { studyReader } from '../study/data.js';
import { placedError } from '../study/place.js';
import { studyReporter } from '../study/progress.js';
import { readYaml } from '../yaml.js';

export interface StudyTables {
  readonly tables: Readonly<Record<string, PaperTable>>;
  readonly failed: StudyResult['failed'];
}

/** Runs the tables of a study; results that `study` has kept are used. Figures are left out. */
export async function studyTables(host: Host, path: string, json: boolean): Promise<StudyTables> {
  const source = { name: inputName(path), text: await readText(host, path) };
  const reader = studyReader(host, path, { json });
  const storage = await keptStorage(host);
  const reporter = studyReporter({ json }, host.stderr);
  try {
    const written = readYaml(source.name, source.text) as StudyInput;
    const { tables, failed } = await interruptible(
      host,
      'stopped before the first table was complete',
      (signal) =>
        runStudy(written, undefined, {
          only: Object.keys(written.tables ?? {}),
          memory: memoryLimit(),
          read: reader.read,
          kept: keptResults(),
          storage,
          signal,
          onProgress: reporter.update,
        }),
    );
    return { tables, failed };
  } catch (error) {
    throw error instanceof EconError ? placedError(error, source) : error;
  } finally {
    reporter.done();
  }
}
