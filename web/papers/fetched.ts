/** The paper that the page opens with. */
import type { StudyFiles } from '../engine/questions/studies.js';
import { givenData, givenStudy } from './given.js';

const paperData = ['provinces.csv'].map((name) => ({ name, address: name }));

/** The files that a reader chose: one is the study, the others are its data. */
export async function chosenPaper(files: readonly File[]): Promise<StudyFiles | undefined> {
  const study = files.find(({ name }) => /\.ya?ml$/i.test(name));
  if (study === undefined) return undefined;
  const others = files.filter((one) => one !== study);
  return { text: await study.text(), files: others.map((one) => ({ name: one.name, file: one })) };
}

/** Fetches the study and its data, which are served beside the page. */
export async function fetchPaper(): Promise<StudyFiles> {
  const { address } = givenStudy ?? { address: 'paper.yaml' };
  const text = await fetch(address).then((response) => response.text());
  const tables = givenStudy === undefined ? paperData : givenData;
  const files = tables.map(async ({ name, address }) => ({
    name,
    url: address,
    file: await fetch(address).then((response) => response.blob()),
  }));
  return { text, files: await Promise.all(files) };
}
