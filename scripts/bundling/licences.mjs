/** The licences of the packages whose code a build holds. */
import { readdirSync, readFileSync } from 'node:fs';

const notice = /^.*copyright (?:\(c\)|\d).*$/gim;

/** The licences of these files' packages, with their names and versions; the terms of several packages stand once. */
export function licencesOf(files) {
  const packages = files.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const first = new Map();
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const title = `${name} ${version} (${license})\n`;
    const names = readdirSync(folder);
    const file = names.find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    if (file === undefined) return title;
    const read = (name) => readFileSync(`${folder}/${name}`, 'utf8').trim();
    const text = read(file);
    const terms = termsOf(text);
    const same = first.get(terms);
    if (same === undefined) first.set(terms, name);
    const notes = names.filter((name) => /^notice/i.test(name)).map((name) => `\n\n${read(name)}`);
    const notices = (text.match(notice) ?? []).join('\n');
    return `${title}\n${same === undefined ? text : `${notices}\n\nThe terms of ${same}.`}${notes.join('')}\n`;
  });
  return `The files next to this one hold code of these packages.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

/** The terms without title and notices, and without differences of quotation marks and lines. */
function termsOf(text) {
  return text
    .replace(notice, '')
    .replace(/[“”]/g, '"')
    .replace(/^\W*(the )?mit license( \(mit\))?/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
