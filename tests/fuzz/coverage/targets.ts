/** The targets: functions of bytes that Jazzer.js calls, bundled with the library into one file. */
import { strToU8, zipSync } from 'fflate';
import { delta, type FitResult, fitModel, parseModel, wald } from 'wasmetrics';
import { type ReaderOptions, readTable } from 'wasmetrics/data';
import { readYaml } from '../../../cli/yaml.js';
import { simulate } from '../../properties/panels.js';
import { judge } from './judge.js';
import { checkTable } from './oracles.js';

type Fuzz = (input: Buffer) => Promise<void>;
type Format = NonNullable<ReaderOptions['format']>;

const data = simulate({ units: 12, periods: 5, seed: 3 });

/** Reads the bytes with one of the sets of options, which the last byte selects so that a file is an input as it is. */
function reader(target: string, sets: readonly ReaderOptions[], bytesOf = copyOf): Fuzz {
  const name = `fuzzed.${target}`;
  return async (input) => {
    const options = { ...sets[(input.at(-1) ?? 0) % sets.length]!, name };
    const bytes = bytesOf(input);
    const read = async () => checkTable(bytes, await readTable(bytes, options), options);
    await judge(target, input, read, name);
  };
}

/** The buffer of the fuzzer is used again. */
function copyOf(input: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(input);
}

const plainSet = (format: Format): readonly ReaderOptions[] => [{ format }];

export const csv = reader('csv', [
  { format: 'csv' },
  { format: 'csv', decimal: ',', thousands: '.', delimiter: ';' },
  { format: 'csv', percent: true, missing: ['9', 'x'], comment: '#', unitsRow: true },
  { format: 'csv', encoding: 'gb18030', thousands: ',' },
  { format: 'csv', encoding: 'utf-16le', header: 2 },
]);
export const json = reader('json', plainSet('json'));
export const ndjson = reader('ndjson', plainSet('ndjson'));
export const dta = reader('dta', plainSet('dta'));
export const parquet = reader('parquet', plainSet('parquet'));
export const arrow = reader('arrow', plainSet('arrow'));
const workbook: readonly ReaderOptions[] = [
  { format: 'xlsx' },
  { format: 'xlsx', fillMerged: true, unitsRow: true },
  { format: 'xlsx', sheet: 2, header: 2, missing: '9' },
  { format: 'xlsx', range: 'A1:C3' },
];
export const xlsx = reader('xlsx', workbook);
export const gzip = reader('gzip', [{}]);
export const content = reader('content', [{}]);

const parts = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/><sheet name="b" r:id="r2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet1.xml"/></Relationships>',
};

/** A workbook of which the input is a sheet, texts and styles: checksums hide these from a fuzzer of the whole file. */
export const sheet = reader('sheet', workbook, (input) => {
  const [cells = '', texts = '', styles = ''] = new TextDecoder().decode(input).split('\n--\n');
  const files = {
    ...parts,
    'xl/worksheets/sheet1.xml': cells,
    'xl/sharedStrings.xml': texts,
    'xl/styles.xml': styles,
  };
  const written = Object.entries(files).filter(([, text]) => text !== '');
  const packed = zipSync(Object.fromEntries(written.map(([path, text]) => [path, strToU8(text)])), {
    level: 0,
  });
  return copyOf(packed);
});

function language(target: string, read: (text: string) => unknown): Fuzz {
  return async (input) => {
    const text = new TextDecoder().decode(input);
    await judge(target, input, () => read(text));
  };
}

export const formula = language('formula', (text) =>
  fitModel(data, { estimator: 'ols', formula: text }),
);
export const where = language('where', (text) =>
  fitModel(data, { estimator: 'ols', formula: 'y ~ x1', where: text }),
);

let fitted: FitResult | undefined;

export const expression = language('expression', async (text) => {
  fitted ??= await fitModel(data, { estimator: 'ols', formula: 'y ~ x1 + z1' });
  if (text.includes('=')) return wald(fitted, text);
  return delta(fitted, text);
});

export const yaml = language('yaml', (text) =>
  fitModel(data, parseModel(readYaml('m.yaml', text))),
);
