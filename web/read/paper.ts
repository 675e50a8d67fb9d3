/** The paper that the page opens with. */
import type { StudyFiles } from '../engine/questions/studies.js';

const file = 'paper.yaml';
const data = 'provinces.csv';

/** The files that a reader chose: one is the study, the others are its data. */
export async function chosenPaper(files: readonly File[]): Promise<StudyFiles | undefined> {
  const study = files.find(({ name }) => /\.ya?ml$/i.test(name));
  if (study === undefined) return undefined;
  const others = files.filter((one) => one !== study);
  return { text: await study.text(), files: others.map((one) => ({ name: one.name, file: one })) };
}

/** Fetches the study and its data, which are served beside the page. */
export async function fetchPaper(): Promise<StudyFiles> {
  const [text, table] = await Promise.all([
    fetch(file).then((response) => response.text()),
    fetch(data).then((response) => response.blob()),
  ]);
  return { text, files: [{ name: data, file: table }] };
}
