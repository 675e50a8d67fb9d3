/** A model to start from. */
import { starterStudy } from 'wasmetrics/study';
import type { FirstModel } from '../engine/questions/tables.js';
import { table } from './data/tables.js';

/** The formula and the panel that a study of these data starts with. */
export async function firstModel(): Promise<FirstModel> {
  const { formula, panel: suggested } = await starterStudy(table(), { data: 'data' });
  return { formula, panel: suggested && { unit: suggested.unit, time: suggested.time } };
}
