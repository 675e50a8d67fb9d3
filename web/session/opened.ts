/** Files that the page is opened with: `wasmetrics app` names them in the page. */
import { openData } from './data.js';
import { fetchData, openFirstExample } from './examples.js';
import { mode } from './mode.js';
import { model, type WrittenModel } from './model.js';

/** As `cli/app/page.ts` writes it. */
interface Opened {
  readonly name: string;
  readonly role: 'data' | 'model' | 'study';
  readonly address: string;
  /** The model of a model file. */
  readonly model?: WrittenModel;
}

const listed = document.getElementById('opened')?.textContent;
const opened = JSON.parse(listed ?? '[]') as readonly Opened[];
const ofRole = (wanted: Opened['role']) => opened.filter(({ role }) => role === wanted);

/** The study that is read instead of that of the page. */
export const [openedStudy] = ofRole('study');
export const openedData = ofRole('data');

/** Opens the data and the model that the page was given, or the example. */
export async function openFirst(): Promise<void> {
  const [written] = ofRole('model');
  const [data] = openedData;
  if (openedStudy !== undefined || data === undefined) return openFirstExample();
  mode.value = 'write';
  const source = await fetchData(data.name, data.address);
  if (source === undefined) return;
  const together = () => Promise.resolve(() => void (model.value = written?.model ?? model.value));
  await openData(source, { together });
}
