/** The model as code of this package: a program in JavaScript, and a command. */
import { writeText } from '../editor/patch.js';

/** A value as JavaScript writes it, short tables and lists in a line. */
function written(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(value).replace(/^"([^"\\']*)"$/, "'$1'");
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(([key, part]) => {
    const text = written(part, inner);
    return isList ? text : `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${text}`;
  });
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  const line = `${open}${parts.join(', ')}${close}`;
  if (line.length <= 70 && !line.includes('\n')) return line;
  return `${open.trim()}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close.trim()}`;
}

export const inJavaScript = (
  model: object,
  file: string,
): string => `import { readFile } from 'node:fs/promises';
import { fitModel } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';

const data = await readTable(await readFile(${written(file)}), { name: ${written(file)} });
const fit = await fitModel(data, ${written(model)});
console.log(toText(fit));
`;

export const asCommand = (model: object, file: string): string => `cat > model.yaml <<'END'
${writeText(model)}END
npx wasmetrics fit model.yaml --data '${file.replaceAll("'", String.raw`'\''`)}'
`;
