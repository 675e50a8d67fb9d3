/** The page of `docs/reference/` about the keys of models. */
import { format } from 'prettier';
import { estimatorRows } from './estimators.mjs';

/** The page, formatted by prettier. */
export function keysPage(keys) {
  const names = [...new Set(keys.flatMap(({ estimators }) => estimators))].sort();
  const ofAll = keys.filter(({ estimators }) => estimators.length === names.length);
  const others = (name) =>
    keys.filter((key) => key.estimators.includes(name) && !ofAll.includes(key));
  const parts = [
    '# Keys of models',
    '<!-- Written by npm run build:schemas; do not edit. -->',
    'Keys that hold one value or a list. [Model file](model-file.md) has the others, and `schema/keys.json` has this list.',
    '## Estimators',
    'What fits have is in `estimatorTraits(name)` as well; schemes are those of a bootstrap, choices those of a [multiverse](multiverse.md).',
    tableOf(estimatorRows(keys)),
    '## All estimators',
    keyTable(ofAll),
    ...names.flatMap((name) => [`## ${name}`, keyTable(others(name))]),
  ];
  return format(parts.join('\n\n'), { parser: 'markdown', printWidth: 100, proseWrap: 'preserve' });
}

function keyTable(keys) {
  const rows = keys.map(({ key, default: byDefault, description, ...kind }) => [
    `\`${key}\``,
    valuesOf(kind),
    byDefault === undefined ? '' : `\`${byDefault}\``,
    description,
  ]);
  return tableOf([['key', 'values', 'default', 'meaning'], ...rows]);
}

/** A table in Markdown; the first row is its heading. */
function tableOf([head, ...rows]) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) =>
    cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | '),
  );
  return lines.map((line) => `| ${line} |`).join('\n');
}

const kinds = {
  flag: 'true or false',
  list: 'a list',
  number: 'a number',
  text: 'a text',
  choice: '',
};

function valuesOf({ type, choices = [] }) {
  const words = choices.map((one) => `\`${one}\``).join(', ');
  if (words === '') return kinds[type];
  if (type === 'list') return `a list of ${words}`;
  return type === 'choice' || type === 'text' ? words : `${kinds[type]}, ${words}`;
}
