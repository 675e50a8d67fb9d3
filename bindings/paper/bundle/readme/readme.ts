/**
 * The README of a bundle after the template of the Social Science Data Editors, version 1.1 (Vilhuber, Koren, Llull,
 * Connolly and Morrow, doi 10.5281/zenodo.7293838). What only the author can say is marked TODO.
 */
import { codeMarkdown, readableMarkdown } from '../../../core/escapes/markdown.js';
import { visibleLine } from '../../../words/text/visible.js';
import { type BundleFacts, folders, paths } from '../facts.js';
import { venues } from '../venues.js';
import { dataSections } from './data.js';
import { itemSections } from './items.js';
import { commandsOf, type ReadmeFacts } from './commands.js';
import { requirementSections } from './requirements.js';
import { counted, duration } from './words.js';

/** Headings of the second level, which the form of a venue looks for. */
export const readmeSections = [
  'Overview',
  'Data Availability and Provenance Statements',
  'Dataset list',
  'Computational requirements',
  'Description of programs/code',
  'Instructions to Replicators',
  'List of tables and programs',
  'References',
] as const;

export function readmeText(all: ReadmeFacts): string {
  const { facts } = all;
  const title = readableMarkdown(facts.title ?? 'TODO (title of the paper)');
  const lines = [
    `# Data and code for: ${title}`,
    '',
    'TODO: authors, affiliations, and the reference of the paper.',
    '',
    'What only the authors can say is marked TODO; all else was written by the program that ran the study.',
    '',
    ...overview(all),
    ...dataSections(facts),
    ...requirementSections(all),
    ...programs(facts),
    ...instructions(facts),
    ...itemSections(facts),
    ...references(facts),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function overview({ facts, record }: ReadmeFacts): string[] {
  const count = (kind: string) => facts.items.filter((item) => item.kind === kind).length;
  const { repository } = venues[facts.venue];
  return [
    '## Overview',
    '',
    `One program, the study file ${codeMarkdown(facts.study)}, makes ${counted(count('table'), 'table')} and ${counted(count('figure'), 'figure')} from ${counted(facts.data.length, 'data file')} and judges ${counted(count('claim'), 'claim')}. One command runs it; it took ${duration(record.seconds)}.${repository === undefined ? '' : ` This package is made for ${repository}.`}`,
    '',
  ];
}

function programs({ study, syntheticStudy, engine, templates }: BundleFacts): string[] {
  const files = engine.files.map(
    ({ path, sha256 }) => `  - ${codeMarkdown(path)}, SHA-256 \`${sha256}\``,
  );
  return [
    '## Description of programs/code',
    '',
    `- ${codeMarkdown(study)} is the study: data, new variables, models, tables, figures and claims, each under its name.`,
    ...(syntheticStudy === undefined
      ? []
      : [`- ${codeMarkdown(syntheticStudy)} is the same study next to the synthetic data.`]),
    ...templates.map(
      (path) =>
        `- ${codeMarkdown(path)} is a file of the paper that the run reads: text whose numbers it fills in, or coefficients of another program.`,
    ),
    `- \`engine/\` holds the program that runs the study, ${engine.name} ${engine.version}, with all that it needs:`,
    ...files,
    `  - ${codeMarkdown(engine.source.path)} is the package with its source, SHA-256 \`${engine.source.sha256}\``,
    '- `setup.sh` checks that Node.js is there; `run.sh`, or `run.cmd` on Windows, runs everything and compares.',
    `- \`${paths.manifest}\` has the SHA-256 of every file; \`sha256sum --check ${paths.manifest}\` checks it.`,
    `- \`${paths.crate}\` describes the package and the run for machines (RO-Crate 1.1).`,
    `- \`${paths.log}\` is the log of the run; \`${paths.record}\` has its measurements.`,
    '',
    '### License for Code',
    '',
    `TODO: confirm the license. \`${paths.license}\` proposes the MIT License for the code. The engine is under the MIT License; \`engine/LICENSES.txt\` has those of the packages in it.`,
    '',
  ];
}

function instructions(facts: BundleFacts): string[] {
  const { run, verify } = commandsOf(facts);
  const withheld = facts.data.filter(({ shipped }) => shipped !== 'original');
  return [
    '## Instructions to Replicators',
    '',
    'Install Node.js 20.19 or newer. Nothing else is installed, and no network is needed. From the folder of this file:',
    '',
    '```sh',
    visibleLine(run),
    verify,
    '```',
    '',
    `The first command writes all tables, figures and numbers to \`${folders.rerun}\`. The second checks every file against the manifest, runs the study again, and prints for each table and figure whether it is identical. Its exit code is 12 if all are, 9 if some differ, 10 if the package is refused, and 11 if the study cannot run because data are missing.`,
    '',
    `Both commands run the program in this package, which cannot vouch for itself. An installed program can: \`npx wasmetrics@${facts.engine.version} verify .\` runs no code of this package, and exits with 0 only if it reproduced all numbers. With \`--their-engine\` it runs the engine of this package in confinement.`,
    '',
    ...(withheld.length === 0
      ? []
      : [
          'With access to the data that are not in this package, save them as below and run the second command again. It checks their SHA-256 first.',
          '',
          ...withheld.map(({ path, sha256 }) => `- ${codeMarkdown(path)}, SHA-256 \`${sha256}\``),
          '',
        ]),
  ];
}

function references({ engine, data }: BundleFacts): string[] {
  return [
    '## References',
    '',
    ...data.map(({ path }) => `- TODO: the reference of the data in ${codeMarkdown(path)}.`),
    `- ${engine.name} ${engine.version}, econometrics in WebAssembly. SHA-256 of the package: ${engine.source.sha256}.`,
    '',
  ];
}
