/** The section of a README about computing: software, seeds, memory, time, storage and hardware. */
import { codeMarkdown, readableMarkdown } from '../../../core/escapes/markdown.js';
import { paths } from '../facts.js';
import type { ReadmeFacts } from './commands.js';
import { box, classes, duration, size, tableRow, toTick } from './words.js';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;
const times = [
  [10 * MINUTE, '<10 minutes'],
  [HOUR, '10-60 minutes'],
  [2 * HOUR, '1-2 hours'],
  [8 * HOUR, '2-8 hours'],
  [DAY, '8-24 hours'],
  [3 * DAY, '1-3 days'],
  [14 * DAY, '3-14 days'],
  [Infinity, '> 14 days'],
] as const;

const MB = 1e6;
const GB = 1e9;
const storages = [
  [25 * MB, '< 25 MBytes'],
  [250 * MB, '25 MB - 250 MB'],
  [2 * GB, '250 MB - 2 GB'],
  [25 * GB, '2 GB - 25 GB'],
  [250 * GB, '25 GB - 250 GB'],
  [Infinity, '> 250 GB'],
] as const;

export function requirementSections(all: ReadmeFacts): string[] {
  const { facts, record, bytes } = all;
  const { engine } = facts;
  return [
    '## Computational requirements',
    '',
    '### Software Requirements',
    '',
    toTick('`setup.sh` and `engine/` are in the package, and the study ran with them.'),
    '',
    box(
      'The replication package contains one or more programs to install all dependencies and set up the necessary directory structure.',
    ),
    '',
    `- Node.js (last run with ${record.node}; 20.19 or newer)`,
    `- ${engine.name} ${engine.version}, in \`engine/\` with all that it needs; nothing is installed and no network is needed`,
    '',
    ...randomness(all),
    '### Memory, Runtime, Storage Requirements',
    '',
    '#### Summary',
    '',
    `Approximate time needed to reproduce the analyses on a standard (${record.started.slice(0, 4)}) desktop machine:`,
    '',
    ...classes(`the run took ${duration(record.seconds)}`, record.seconds, times),
    '',
    'Approximate storage space needed:',
    '',
    ...classes(`the package has ${size(bytes)}`, bytes, storages),
    '',
    box('Not feasible to run on a desktop machine, as described below.'),
    '',
    '#### Details',
    '',
    `The code was last run on ${record.started.slice(0, 10)} on a computer with ${record.cores} cores (${record.cpu}), ${size(record.memoryBytes)} of memory and ${record.system}. The run took ${duration(record.seconds)} and at most ${size(record.peakBytes)} of memory; this package has ${size(bytes)}. The measurements are in \`${paths.record}\`.`,
    '',
  ];
}

function randomness({ facts: { seeds, study } }: ReadmeFacts): string[] {
  const head = ['### Controlled Randomness', ''];
  if (seeds.length === 0) {
    return [
      ...head,
      toTick('no result of the study states a seed.'),
      '',
      box('No Pseudo random generator is used in the analysis described here.'),
      '',
    ];
  }
  return [
    ...head,
    toTick('the results state these seeds.'),
    '',
    box(
      `Random seed is set in program ${codeMarkdown(study)}, or is the default that the results state:`,
    ),
    '',
    tableRow(['Result', 'Seed', 'Replicates']),
    tableRow(['---', '---', '---']),
    ...seeds.map(({ place, seed, reps }) =>
      tableRow([readableMarkdown(place), `${seed}`, `${reps ?? ''}`]),
    ),
    '',
    'The generator is Philox4x32-10, a counter-based generator: draws depend on the seed and their number alone, and not on the number of cores.',
    '',
  ];
}
