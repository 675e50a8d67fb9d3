/** The licences of the packages whose code a build holds. */
import { readdirSync, readFileSync } from 'node:fs';

/** The licence texts of these files' packages, with their names and versions. */
export function licencesOf(files) {
  const packages = files.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text =
      file === undefined ? '' : `\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  return `The files next to this one hold code of these packages.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
