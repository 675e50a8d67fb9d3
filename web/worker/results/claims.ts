/** Judges claims about models on the open data. */
import { runStudy, type StudyInput } from 'wasmetrics/study';
import type { WrittenStudy } from '../../engine/questions/studies.js';
import type { Running } from '../running.js';
import { table } from '../data/tables.js';

export async function claims(study: WrittenStudy, { signal }: Running) {
  const { claims: judged } = await runStudy(study as unknown as StudyInput, table(), { signal });
  return judged;
}
