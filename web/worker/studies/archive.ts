/** A study with what it reads and what it says, as a ZIP archive. */
import { packZip } from 'wasmetrics/bundle';
import type { Source } from '../../engine/questions/tables.js';

const readme = `# A study of wasmetrics

study.yaml is the study, report.html what it found; the other files are its data.

To run it again, with Node 20 or newer:

    npx wasmetrics study study.yaml

To make a replication bundle with the engine, the codebook and the checks of journals:

    npx wasmetrics bundle study.yaml
`;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Data lie beside the study, where it looks for them by their names. */
export async function archiveOf(
  study: string,
  data: readonly Source[],
  report: string,
): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>([
    ['README.md', bytesOf(readme)],
    ['study.yaml', bytesOf(study)],
    ['report.html', bytesOf(report)],
  ]);
  for (const { name, file } of data) files.set(name, new Uint8Array(await file.arrayBuffer()));
  return packZip(files, 'study');
}
