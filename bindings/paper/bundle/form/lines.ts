/** The lines of the forms: the requirement, the venues, and how a bundle answers it. */
import { paths, type VenueName } from '../facts.js';
import { type Answering, answers, filled, present, ticked } from './answers.js';

export interface Line {
  readonly id: string;
  readonly asks: string;
  readonly answer: Answering;
  /** Venues with the requirement; all by default. */
  readonly venues?: readonly VenueName[];
  /** The page, where it is not that of the venue. */
  readonly source?: string;
}

const template = 'https://social-science-data-editors.github.io/template_README/';
const standard = 'https://datacodestandard.org/';

/** In the order in which a data editor reads. */
export const lines: readonly Line[] = [
  {
    id: 'container',
    asks: 'The package is handed over as the venue wants it',
    answer: answers.container,
  },
  {
    id: 'size',
    asks: 'Its size is within the bounds of the repository',
    answer: answers.bounds,
  },
  {
    id: 'archives',
    asks: 'No archive is inside it',
    answer: answers.archives,
  },
  {
    id: 'readme',
    asks: 'A README follows the template',
    answer: answers.sections,
    source: template,
  },
  {
    id: 'title',
    asks: 'The deposit is titled "Data and Code for: TITLE OF PAPER"',
    answer: answers.title,
    venues: ['aea'],
  },
  {
    id: 'rights',
    asks: 'The authors may use the data',
    answer: ticked('Statement about Rights', 'legitimate access'),
    source: template,
  },
  {
    id: 'redistribution',
    asks: 'The authors may publish the data',
    answer: ticked('Statement about Rights', 'permission to redistribute'),
    source: template,
  },
  {
    id: 'availability',
    asks: 'A summary says which data are available',
    answer: filled('Summary of Availability'),
    source: template,
  },
  {
    id: 'provenance',
    asks: 'Each data source has its provenance and access conditions',
    answer: filled('Details on each Data Source'),
    source: standard,
  },
  {
    id: 'datasets',
    asks: 'All data files are listed with their source',
    answer: filled('Dataset list'),
    source: template,
  },
  {
    id: 'data',
    asks: 'The data are in the package, or the way to get them',
    answer: answers.data,
  },
  {
    id: 'formats',
    asks: 'Data are in an open format',
    answer: answers.openFormats,
    source: standard,
  },
  {
    id: 'codebook',
    asks: 'All variables are described',
    answer: present(paths.codebook, paths.codebookCsv),
    source: standard,
  },
  {
    id: 'personal',
    asks: 'The data name no persons',
    answer: answers.personal,
    source: standard,
  },
  {
    id: 'citations',
    asks: 'Data and software are cited',
    answer: filled('References'),
    source: standard,
  },
  {
    id: 'program',
    asks: 'The code that makes the results is in the package',
    answer: answers.program,
  },
  {
    id: 'command',
    asks: 'One command runs everything',
    answer: present('run.sh', 'run.cmd', 'setup.sh'),
    source: template,
  },
  {
    id: 'software',
    asks: 'Software is listed with exact versions',
    answer: filled('Software Requirements'),
    source: template,
  },
  {
    id: 'engine',
    asks: 'The engine is in the package, as program and as source',
    answer: answers.engine,
    source: standard,
  },
  {
    id: 'seeds',
    asks: 'Seeds are stated',
    answer: answers.seeds,
    source: template,
  },
  {
    id: 'runtime',
    asks: 'Run time, memory, storage and hardware are stated',
    answer: filled('Memory, Runtime, Storage Requirements'),
    source: template,
  },
  {
    id: 'instructions',
    asks: 'Instructions say how to rerun',
    answer: filled('Instructions to Replicators'),
    source: template,
  },
  {
    id: 'map',
    asks: 'Each table and figure is mapped to its program and output',
    answer: answers.map,
    source: template,
  },
  {
    id: 'items',
    asks: 'All tables, figures, texts and claims were made',
    answer: answers.items,
  },
  {
    id: 'numbers',
    asks: 'In-text numbers are traced',
    answer: answers.numbers,
  },
  {
    id: 'log',
    asks: 'A log of the run is in the package',
    answer: present(paths.log, paths.record),
  },
  {
    id: 'license',
    asks: 'A license covers code and data',
    answer: answers.license,
    source: standard,
  },
  {
    id: 'metadata',
    asks: 'Machines can read what the package is',
    answer: present(paths.crate),
  },
  {
    id: 'manifest',
    asks: 'Every file is as it was when the package was sealed',
    answer: answers.manifest,
  },
];
