/** Files that the page was given: `wasmetrics app` names them in the page. */
import type { WrittenModel } from '../session/model.js';

/** As `cli/app/page.ts` writes it. */
interface Given {
  readonly name: string;
  readonly role: 'data' | 'model' | 'study';
  readonly address: string;
  /** The model of a model file. */
  readonly model?: WrittenModel;
}

const listed = document.getElementById('opened')?.textContent;
const given = JSON.parse(listed ?? '[]') as readonly Given[];
export const ofRole = (wanted: Given['role']) => given.filter(({ role }) => role === wanted);

/** The study that is read instead of that of the page. */
export const [givenStudy] = ofRole('study');
export const givenData = ofRole('data');
