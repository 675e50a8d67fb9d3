/**
 * Writes what the schemas of models define: the JSON Schemas of model and study files in `schema/`, by which editors
 * complete, check and explain keys; the list of keys for the command line and pages; and the reference page of the
 * keys. Run by `npm run build:schemas`. With `--check` it only compares, and prints the checks that JSON Schema cannot
 * express.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { composedHelp, composedKeys, helpOf, modelKeys } from './schemas/keys.mjs';
import { modelSchema, schemas } from './schemas/model.mjs';
import { keysPage } from './schemas/page.mjs';
import { withShared } from './schemas/shared.mjs';
import { schema, studySchema } from './schemas/study.mjs';
import { unsaid } from './schemas/unsaid.mjs';

/** The files and their contents. */
const files = {
  'model.json': { title: 'Model file of wasmetrics', schemaOf: modelSchema },
  'study.json': { title: 'Study file of wasmetrics', schemaOf: studySchema },
};

/** The schema of a file as text. */
function schemaText(name, { title, schemaOf }) {
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://unpkg.com/wasmetrics/schema/${name}`,
    title,
  };
  return `${JSON.stringify({ ...head, ...withShared(schemaOf()) })}\n`;
}

/** The keys of models as a module of the command line, one key per line. */
function keysModule(keys) {
  const composed = Object.entries(composedKeys());
  return `/** The keys of models that hold one value or a list. Written by npm run build:schemas; do not edit. */

export interface ModelKey {
  readonly estimators: readonly string[];
  /** The path, as \`vcov.type\`. */
  readonly key: string;
  readonly type: 'choice' | 'flag' | 'list' | 'number' | 'text';
  readonly choices?: readonly (string | number)[];
  readonly default?: string | number | boolean;
  readonly help: KeyHelp;
  /** True if the value is the name of a column. */
  readonly isColumn?: boolean;
}

export interface KeyHelp {
  readonly text: string;
  /** The text without what follows its colon, which is about files. */
  readonly short?: string;
  /** How the accepted words follow; undefined if the text has them. */
  readonly words?: 'brackets' | 'colon';
}

export const modelKeys: readonly ModelKey[] = [
${keys.map((key) => `  ${JSON.stringify(inProgram(key))},\n`).join('')}];

/** Help of keys with tables or lists of tables; the options that set them have a notation of their own. */
export const composedKeys: Readonly<Record<string, KeyHelp>> = {
${composed.map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(composedHelp(text))},\n`).join('')}};
`;
}

/** A key with its help instead of its description. */
function inProgram(key) {
  const { description, ...rest } = key;
  const isColumn = key.type === 'text' && description.startsWith('Column');
  return { ...rest, help: helpOf(key), ...(isColumn && { isColumn }) };
}

const keys = modelKeys();
const texts = {
  ...Object.fromEntries(
    Object.entries(files).map(([name, file]) => [`schema/${name}`, schemaText(name, file)]),
  ),
  'schema/keys.json': `[\n${keys.map((key) => `  ${JSON.stringify(key)}`).join(',\n')}\n]\n`,
  'cli/estimators/model-keys.ts': keysModule(keys),
  'docs/reference/model-keys.md': await keysPage(keys),
};

for (const [name, text] of Object.entries(texts)) {
  const place = new URL(`../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(place, text);
  else if (readFileSync(place, 'utf8') !== text) {
    console.error(`${name}: expected that of the keys; run npm run build:schemas`);
    process.exitCode = 1;
  }
}
if (process.argv.includes('--check')) {
  const checks = [...schemas, schema].flatMap((one) => [...unsaid(one)]);
  console.log([...new Set(checks)].sort().join('\n'));
}
