/** Writes the list of languages and the imports of their words. Run by `npm run build:schemas`, before the schemas. */
import { writeFileSync } from 'node:fs';
import { languageModules, languagesIn } from './schemas/languages.mjs';

const root = new URL('../', import.meta.url);
const languages = languagesIn(new URL('bindings/words/', root));
for (const [name, text] of Object.entries(languageModules(languages))) {
  writeFileSync(new URL(name, root), text);
}
