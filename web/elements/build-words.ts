/** The elements hold the words of these areas only: those that their components say. */
import type { Plugin } from 'vite';

const files = {
  app: 'app',
  collect: 'workbench/collect',
  model: 'model',
  read: 'read',
  results: 'results',
};
const areas = Object.keys(files);
const imports = Object.entries(files)
  .map(([area, file]) => `import { ${area} } from './${file}.js';`)
  .join('\n');

/** A use of an area, or of all areas at once. */
const uses = /\bwords\.value(?:\.(\w+))?/g;

export const wordsOfElements: Plugin = {
  name: 'words of elements',
  load: {
    filter: { id: /[\\/]web[\\/]words[\\/](en|zh)[\\/]index\.ts$/ },
    handler: (id) => `${imports}\nexport const ${languageOf(id)} = { ${areas.join(', ')} };`,
  },
  transform: {
    order: 'pre',
    filter: { id: /[\\/]web[\\/].*\.tsx?$/, code: /words\.value/ },
    handler(code, id) {
      for (const [use, area = ''] of code.matchAll(uses)) {
        if (!areas.includes(area)) this.error(`${id}: ${use} is not among the words of elements`);
      }
    },
  },
};

const languageOf = (id: string) => /(en|zh)[\\/]index/.exec(id)![1]!;
