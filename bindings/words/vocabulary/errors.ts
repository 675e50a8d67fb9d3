/** Errors and expectations by id in a language. */
import type { Retold } from '../told.js';
import type * as bootstrap from '../errors/bootstrap/index.js';
import type * as errors from '../errors/index.js';
import type * as models from '../errors/models/index.js';
import type * as program from '../errors/program/index.js';
import type * as expectations from '../expectations/index.js';
import type * as expectationsOfModels from '../expectations/models/index.js';

type Functions<Family> = Family extends unknown ? (one: Retold<Family>) => void : never;

/** The sentences of several families in one record. */
export type Together<Families> =
  Functions<Families> extends (one: infer Each) => void ? Each : never;

/** The sentences of all families of a folder. */
export type Every<Folder> = Together<Folder[keyof Folder]>;

/** Families that only commands say. Their sentences come with the help in a language. */
type OfCommands =
  | 'benchModel'
  | 'benchSuite'
  | 'bundles'
  | 'commandFiles'
  | 'commands'
  | 'engines'
  | 'jobFolders'
  | 'modelFiles'
  | 'notices'
  | 'parts'
  | 'studyFiles'
  | 'usage'
  | 'yaml';

/** A sentence for the id of each error of commands. */
export type CommandSentences = Every<Pick<typeof program, OfCommands>>;

/** A sentence for the id of each other error. */
export type ErrorSentences = Every<typeof bootstrap> &
  Every<typeof errors> &
  Every<typeof models> &
  Every<Omit<typeof program, OfCommands>>;

/** Words for the id of each expectation. */
export type ExpectationWords = Every<typeof expectations> & Every<typeof expectationsOfModels>;
