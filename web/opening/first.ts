/** Opens what the page was given, or the first example. */
import { openData } from '../session/data.js';
import { fetchData, openFirstExample } from '../papers/examples.js';
import { mode } from '../session/view.js';
import { model } from '../session/model.js';
import { givenData, givenStudy, ofRole } from '../papers/given.js';

/** Opens the data and the model that the page was given, or the example. */
export async function openFirst(): Promise<void> {
  const [written] = ofRole('model');
  const [data] = givenData;
  if (givenStudy !== undefined || data === undefined) return openFirstExample();
  mode.value = 'write';
  const source = await fetchData(data.name, data.address);
  if (source === undefined) return;
  const together = () => Promise.resolve(() => void (model.value = written?.model ?? model.value));
  await openData(source, { together });
}
