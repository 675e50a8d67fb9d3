/**
 * Writes the JSON Schemas of model and study files to `schema/`, so that editors complete, check and explain keys. Run by
 * `npm run build:schemas`; with `--check` it only compares, and prints the checks that JSON Schema cannot say.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { modelSchema, unsaidChecks } from './schemas/model.mjs';
import { studySchema } from './schemas/study.mjs';

/** The files, with what they hold. */
const files = {
  'model.json': { title: 'Model file of wasmetrics', schemaOf: modelSchema },
  'study.json': { title: 'Study file of wasmetrics', schemaOf: studySchema },
};

/** The schema of a file as text. */
function schemaText(name) {
  const { title, schemaOf } = files[name];
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://unpkg.com/wasmetrics/schema/${name}`,
    title,
  };
  return `${JSON.stringify({ ...head, ...schemaOf() }, null, 2)}\n`;
}

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(files)) {
  const place = new URL(name, folder);
  const text = schemaText(name);
  if (!process.argv.includes('--check')) writeFileSync(place, text);
  else if (readFileSync(place, 'utf8') !== text) {
    console.error(`schema/${name}: expected that of the keys; run npm run build:schemas`);
    process.exitCode = 1;
  }
}
if (process.argv.includes('--check')) console.log(unsaidChecks().join('\n'));
