/** Study files and model files that are dropped on the page, with their data. */
import { chosenPaper } from '../papers/fetched.js';
import { openFile } from '../opening/files.js';
import { mode } from '../session/view.js';
import { openStudy } from '../papers/study.js';
import { writeModel } from '../text/written.js';

export async function openWritten(files: readonly File[]): Promise<void> {
  const paper = await chosenPaper(files);
  if (paper === undefined) return;
  if (/^(study|tables)\s*:/m.test(paper.text)) {
    mode.value = 'read';
    return openStudy(paper);
  }
  const [data] = paper.files;
  if (data !== undefined) await openFile(data.file, data.name);
  mode.value = 'write';
  writeModel(paper.text);
}
