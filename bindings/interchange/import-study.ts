/** Whole scripts of other programs as studies. */
import * as v from 'valibot';
import { checkArgument, checkKeys } from '../core/arguments/arguments.js';
import { InputError } from '../core/errors/errors.js';
import * as wanted from '../words/expectations/interchange.js';
import { expects } from '../words/expects.js';
import { commandFault } from '../words/errors/interchange/syntax.js';
import { checkScript } from './bounds.js';
import { collectGretl } from './gretl/script.js';
import {
  importScript,
  type Language,
  languages,
  programOf,
  readCommand,
  schemas,
} from './import.js';
import { checkImported, type ImportOptions, place } from './imported.js';
import { checkProgram } from './programs.js';
import { collectPython } from './python/static/script.js';
import { collectR } from './r/static/script.js';
import { type Collected, collector, type Left, leftSentence } from './script.js';
import { collectDoFile } from './stata/script.js';
import { type ImportedScript, texts } from './results.js';
import { namedSteps } from './static/steps.js';
import { type ScriptStudy, studyOfScript } from './study/assemble.js';

/** A script as a study, and what it leaves out. */
export interface ImportedStudy extends ImportedScript {
  /** The study, as `defineStudy` takes it. */
  readonly study: ScriptStudy;
  /** Sentences on where models differ from those of the script, with their lines. */
  readonly notes: readonly string[];
  /** The number of tables that the script prints. */
  readonly printed: number;
}

const studyReaders: Readonly<
  Record<Language, (text: string, options: ImportOptions) => Collected>
> = {
  stata: collectDoFile,
  r: collectR,
  python: collectPython,
  gretl: collectGretl,
};

/**
 * A do-file or a script as a study: columns become steps of `build`, and its tables those of the study. Models that no
 * table shows are in one of their own.
 *
 * @throws InputError like `importModel` if no command can be translated
 */
export function importStudy(text: string, options: ImportOptions = {}): ImportedStudy {
  checkArgument('import', 'text', v.string(expects(wanted.textOfScript())), text);
  checkScript(text);
  checkKeys('import', schemas, options);
  const { from = programOf(text), ...rest } = options;
  checkProgram(from);
  const language = languages[from];
  const collected =
    language === undefined ? oneModel(text, options) : studyReaders[language](text, rest);
  const left: Left[] = [...collected.left];
  const models = collected.models.map((one) => {
    try {
      const { named } = namedSteps(one.steps ?? [], one.model);
      checkImported(named(one.model));
      return one;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      left.push({ statement: { line: one.line }, error });
      return undefined;
    }
  });
  if (models.every((one) => one === undefined)) {
    const [first] = left;
    if (first?.error !== undefined) throw first.error;
    throw place(text, commandFault.estimation({ first: left.map(leftSentence)[0] ?? '' }));
  }
  const { study, notes, refused } = studyOfScript(collected, models, rest.columns);
  for (const { line, reason } of refused) left.push({ statement: { line }, reason });
  const inOrder = left.sort((a, b) => a.statement.line - b.statement.line);
  const all = [...collected.notes, ...notes];
  const notTranslated = inOrder.map(leftSentence);
  return {
    study,
    printed: collected.tables.length,
    notes: texts(all),
    models: importScript(text, options).models,
    notTranslated: texts(notTranslated),
    told: [...all, ...notTranslated],
  };
}

/** The command of a program that has no scripts. */
function oneModel(text: string, options: ImportOptions): Collected {
  const collected = collector(true);
  collected.models.push({ ...readCommand(text, options), line: 1 });
  return collected;
}
