/** The paper that the page opens with. */
import type { StudyFiles } from '../engine/questions/studies.js';

const file = 'paper.yaml';
const data = 'provinces.csv';

/** Fetches the study and its data, which are served beside the page. */
export async function fetchPaper(): Promise<StudyFiles> {
  const [text, bytes] = await Promise.all([
    fetch(file).then((response) => response.text()),
    fetch(data).then((response) => response.arrayBuffer()),
  ]);
  return { text, files: [{ name: data, bytes: new Uint8Array(bytes) }] };
}
