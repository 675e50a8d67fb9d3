import { type Command, Option } from 'commander';
import { stringify } from 'yaml';
import {
  type ExportProgram,
  exportPrograms,
  importModel,
  type ImportedModel,
  type ImportedStudy,
  importStudy,
} from '../../../bindings/entries/interchange.js';
import type { Told } from '../../../bindings/words/told.js';
import { type Host, inLanguage, print } from '../../host.js';
import { readText } from '../../io.js';
import { number } from '../../options/numbers.js';
import { readData } from '../../data/data.js';
import { type ReaderFlags, readerKeys, withReaderOptions } from '../../data/reader-options.js';

const examples = `
The program is found by its commands: regress, areg, reghdfe, xtreg, ivregress, ivreg2, ivreghdfe, boottest, xtabond2 and
xtdpdgmm of Stata; lm(), feols(), plm(), ivreg(), pgmm() and pdynmc() of R; statsmodels, linearmodels, pyfixest and
pydynpd of Python; ols, wls, tsls, panel and dpanel of gretl. A command with bars alone is one of pydynpd.
A do-file or script (.do, .R, .py, .inp) becomes a study: generate, egen, winsor2 and the like as steps of build, and esttab,
outreg2, etable, modelsummary, stargazer and the like as its tables, as are tests and margins. One command without any
becomes a model file. The lines that are not translated are listed.

Examples, from a checkout:
  npx wasmetrics import "reghdfe y x, absorb(firm year) vce(cluster firm)"
  npx wasmetrics import "xtabond2 n L(1/2).n w k, gmm(n, lag(2 4)) iv(k) twostep robust"
  npx wasmetrics import "n L(1:2).n w k | gmm(n, 2:4) iv(k) | nolevel" --data examples/abdata.csv
  npx wasmetrics import "dpanel 2 ; n w k ; GMM(n,2,4) w k --two-step"
  npx wasmetrics import analysis.do > paper.yaml && npx wasmetrics study paper.yaml
  npx wasmetrics import - --from plm < script.R`;

/** Extensions of scripts, and their programs. */
const scripts = { do: 'stata', R: 'r', r: 'r', py: undefined, inp: 'gretl' } as const;

interface ImportCommandOptions extends ReaderFlags {
  readonly from?: ExportProgram;
  readonly unit?: string;
  readonly time?: string;
  readonly step?: number;
  readonly data?: string;
  readonly json?: boolean;
}

/** `wasmetrics import "xtabond2 …"`: a command of another program as a model file. */
export function addImport(program: Command, host: Host): void {
  const command = program
    .command('import')
    .description('print commands of other programs as model files, and scripts as studies')
    .argument('<command>', 'the command, a do-file or script, or - for standard input')
    .addOption(
      new Option('--from <program>', 'program of the command (default: by its first word)').choices(
        exportPrograms,
      ),
    )
    .option('--unit <column>', 'column of the units (default: id)')
    .option('--time <column>', 'column of the periods (default: year)')
    .option('--step <number>', 'distance between two periods (default: 1)', number)
    .option('--data <file>', 'data file, for the model and to resolve names such as yr*');
  withReaderOptions(command)
    .option('--json', 'print the model, the notes and errors as JSON')
    .addHelpText('after', examples)
    .action(async (text: string, options: ImportCommandOptions) => {
      const { from, unit, time, step, data, json = false } = options;
      const columns = data === undefined ? undefined : await columnsOf(host, data, options);
      const given = { unit, time, step, data, columns };
      const end = /^\S+\.(do|R|r|py|inp)$/.exec(text)?.[1] as keyof typeof scripts | undefined;
      if (text !== '-' && end === undefined) {
        const { told, ...imported } = importModel(text, { from, ...given });
        print(host, json ? JSON.stringify(imported, null, 2) : modelFile(host, imported, told));
        return;
      }
      const language = end === undefined ? undefined : scripts[end];
      const script = importStudy(await readText(host, text), { from: from ?? language, ...given });
      print(host, json ? JSON.stringify(asJson(script), null, 2) : scriptFile(host, script));
    });
}

/** True for a script with one command that prints no table and tests nothing. */
function isModel({ study, models, printed }: ImportedStudy): boolean {
  return models.length === 1 && printed === 0 && Object.keys(study.tables).length === 1;
}

/** A script with one command also has the keys of a command. */
function asJson(script: ImportedStudy): unknown {
  const { study, notes, notTranslated } = script;
  const models = script.models.map((one) => ({ ...one, told: undefined }));
  const whole = { study, models, notes, notTranslated };
  if (!isModel(script)) return whole;
  const [only] = models;
  return { model: only!.model, ...whole, notes: [...only!.notes, ...notTranslated] };
}

function scriptFile(host: Host, script: ImportedStudy): string {
  const { study, models, notes, told } = script;
  if (!isModel(script)) {
    const text = stringify(study, { aliasDuplicateObjects: false, lineWidth: 120 });
    return [...comments(host, told), text].join('\n');
  }
  const [only] = models;
  return modelFile(host, only!, [...only!.told, ...told.slice(notes.length)]);
}

const comments = (host: Host, told: readonly Told[]) =>
  told.map((note) => `# ${inLanguage(host)(note)}`);

async function columnsOf(
  host: Host,
  path: string,
  options: ImportCommandOptions,
): Promise<readonly string[]> {
  const { names, columns } = await readData(
    host,
    path,
    { ...readerKeys(options), usedBy: [] },
    options,
  );
  return names ?? [...columns.keys()];
}

function modelFile(
  host: Host,
  { model }: Pick<ImportedModel, 'model'>,
  told: readonly Told[],
): string {
  return [...comments(host, told), stringify(model, { aliasDuplicateObjects: false })].join('\n');
}
