/** The page's examples, which are served next to it: data, and a study with its data. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The plugin for the build of the page. */
export const example = () => ({
  name: 'example',
  generateBundle() {
    const rows = readFileSync(new URL('../../examples/abdata.csv', import.meta.url), 'utf8');
    const kept = withColumns(rows.split('\n'), ['id', 'year', 'ind', 'n', 'w', 'k', 'ys']);
    const source = gzipSync(kept, { level: 9 });
    this.emitFile({ type: 'asset', fileName: 'abdata.csv.gz', source });
    writePlain(source);
    for (const fileName of ['paper.yaml', 'provinces.csv']) {
      const file = new URL(`../../examples/provinces/${fileName}`, import.meta.url);
      this.emitFile({ type: 'asset', fileName, source: readFileSync(file, 'utf8') });
    }
  },
});

/** The package also holds the example as files, for the command line. */
function writePlain(data) {
  const folder = new URL('../../dist/examples/', import.meta.url);
  const model = readFileSync(new URL('../../examples/employment.yaml', import.meta.url), 'utf8');
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('abdata.csv.gz', folder), data);
  writeFileSync(new URL('employment.yaml', folder), model.replace('abdata.csv', 'abdata.csv.gz'));
}

/** Rows of a text table of numbers, with these columns and the shortest digits. */
function withColumns([header, ...rows], names) {
  const places = names.map((name) => header.split(',').indexOf(name));
  const kept = rows.filter((row) => row !== '').map((row) => row.split(','));
  return [names, ...kept.map((cells) => places.map((place) => shortest(cells[place])))].join('\n');
}

/** The shortest digits of the same double. */
const shortest = (cell) => (cell === '' ? cell : String(Number(cell)));
