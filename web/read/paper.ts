/** The paper that the page opens with. */
import type { StudyFiles } from '../engine/questions/studies.js';

const file = 'paper.yaml';
const data = 'provinces.csv';

/** Fetches the study and its data, which are served beside the page. */
export async function fetchPaper(): Promise<StudyFiles> {
  const [text, table] = await Promise.all([
    fetch(file).then((response) => response.text()),
    fetch(data).then((response) => response.blob()),
  ]);
  return { text, files: [{ name: data, file: table }] };
}
