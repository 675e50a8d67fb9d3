/** The sections of a README about data. */
import { codeMarkdown } from '../../../core/escapes/markdown.js';
import { type BundleData, type BundleFacts, paths } from '../facts.js';
import { box, counted, size, tableRow, toTick } from './words.js';

const provided = { original: 'Yes', hash: 'No', synthetic: 'Synthetic copy only' } as const;

export function dataSections(facts: BundleFacts): string[] {
  const { data } = facts;
  const whole = data.filter(({ shipped }) => shipped === 'original').length;
  return [
    '## Data Availability and Provenance Statements',
    '',
    '### Statement about Rights',
    '',
    'TODO: tick what is true.',
    '',
    box(
      'I certify that the author(s) of the manuscript have legitimate access to and permission to use the data used in this manuscript.',
    ),
    box(
      `I certify that the author(s) of the manuscript have documented permission to redistribute/publish the data contained within this replication package. Appropriate permissions are documented in the ${paths.license} file.`,
    ),
    '',
    '### License for Data',
    '',
    `TODO: confirm the license. \`${paths.license}\` proposes Creative Commons Attribution 4.0 (CC BY 4.0) for the data; data of others keep the license of their provider.`,
    '',
    '### Summary of Availability',
    '',
    toTick(
      `${whole} of ${counted(data.length, 'data file')} are in this package; only the authors know whether they are public.`,
    ),
    '',
    box('All data **are** publicly available.'),
    box('Some data **cannot be made** publicly available.'),
    box('**No data can be made** publicly available.'),
    '',
    '### Details on each Data Source',
    '',
    ...data.flatMap(source),
    ...list(facts),
  ];
}

function source(file: BundleData): string[] {
  const { path, open, synthetic, shipped, bytes, sha256, rows, columns } = file;
  const facts = `${rows} rows, ${columns} columns, ${size(bytes)}, SHA-256 \`${sha256}\``;
  const shown = {
    original: `The file is in this package${open === undefined ? '' : `, and as CSV in ${codeMarkdown(open)}`}.`,
    hash: `The file is not in this package. TODO: how others get access, whom they ask, what it costs and how long it takes. Save it as ${codeMarkdown(path)}; \`verify\` accepts it if its SHA-256 is the one above.`,
    synthetic: `The file is confidential and not in this package. ${codeMarkdown(synthetic ?? '')} has synthetic data of the same schema: the same columns, types, labels, shares of missing values and panel, in which no row is copied. TODO: how others get access, whom they ask, what it costs and how long it takes.`,
  };
  return [
    `#### ${codeMarkdown(path)}`,
    '',
    'TODO: where the data come from, when they were obtained, and their reference.',
    '',
    `Datafile: ${codeMarkdown(path)} (${facts}). ${shown[shipped]} \`${paths.codebook}\` describes the variables.`,
    '',
  ];
}

function list({ data }: BundleFacts): string[] {
  return [
    '## Dataset list',
    '',
    tableRow(['Data file', 'Source', 'Notes', 'Provided']),
    tableRow(['---', '---', '---', '---']),
    ...data.flatMap(({ path, shipped, open, synthetic, rows, columns }) => [
      tableRow([codeMarkdown(path), 'TODO', `${rows} rows, ${columns} columns`, provided[shipped]]),
      ...(open === undefined
        ? []
        : [tableRow([codeMarkdown(open), codeMarkdown(path), 'copy in an open format', 'Yes'])]),
      ...(synthetic === undefined
        ? []
        : [
            tableRow([
              codeMarkdown(synthetic),
              codeMarkdown(path),
              'synthetic, same schema',
              'Yes',
            ]),
          ]),
    ]),
    '',
  ];
}
