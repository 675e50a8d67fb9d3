/** The languages of papers are the folders of words with a name of two letters, each a vocabulary. */
import { readdirSync } from 'node:fs';

/** @param {URL | string} words a folder of the words */
export const languagesIn = (words) =>
  readdirSync(words)
    .filter((name) => /^[a-z]{2}$/.test(name))
    .sort();

/** The languages apart from English, which all results have. */
export const othersIn = (words) => languagesIn(words).filter((name) => name !== 'en');

const written = 'Written by npm run build:schemas; do not edit. */';

/** The modules that list them and import their words. */
export function languageModules(languages) {
  const others = languages.filter((name) => name !== 'en');
  const names = languages.map((name) => `'${name}'`).join(', ');
  const vocabularies = languages.map(
    (name) => `import { vocabulary as ${name} } from '../${name}/index.js';\n`,
  );
  const explained = others.map(
    (name) =>
      `import { explanations as ${name}, names as ${name}Names } from '../${name}/explanations/index.js';\n`,
  );
  const helps = languages.map(
    (name) =>
      `import { help as ${name} } from '../${name}/help${name === 'en' ? '' : '/index'}.js';\n`,
  );
  const both = others.map((name) => `${name}: { explanations: ${name}, names: ${name}Names }`);
  return {
    'bindings/words/languages/names.ts': `/** The names of the languages, apart from their words. ${written}
export const languages = [${names}] as const;

export type Language = (typeof languages)[number];
`,
    'bindings/words/languages/vocabularies.ts': `/** The words of each language. ${written}
${vocabularies.join('')}
export const vocabularies = { ${languages.join(', ')} };
`,
    'bindings/words/languages/help.ts': `/** What help says in each language. ${written}
${helps.join('')}
export const helps = { ${languages.join(', ')} };
`,
    'bindings/words/languages/explained.ts': `/** What codes mean and are called in languages other than English. ${written}
${explained.join('')}
export const explained = { ${both.join(', ')} };
`,
  };
}
