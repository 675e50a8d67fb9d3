import { type Command, Option } from 'commander';
import {
  exportModel,
  type ExportProgram,
  exportPrograms,
  type ModelInput,
} from '../../bindings/index.js';
import { type Host, print } from '../host.js';
import { readDocument } from '../io.js';

const examples = `
Programs and commands, by estimator (stata, r and python choose the first command that can express the model):
  dpd    xtabond2, xtdpdgmm; plm, pdynmc; pydynpd; gretl
  ols    regress, areg, reghdfe; lm, fixest; statsmodels, pyfixest; gretl
  iv     ivregress, ivreg2, ivreghdfe; AER, fixest; linearmodels, pyfixest; gretl
  gmm    ivregress, ivreg2; linearmodels
  panel  xtreg, reghdfe, regress; plm, fixest; linearmodels, pyfixest; gretl

Examples, from a checkout:
  npx wasmetrics export examples/employment.yaml --as xtabond2
  npx wasmetrics export examples/employment.yaml --as pydynpd`;

interface ExportOptions {
  readonly as: ExportProgram;
  readonly json?: boolean;
}

/** `wasmetrics export model.yaml --as xtabond2`: a model as code of another program. */
export function addExport(program: Command, host: Host): void {
  const as = new Option('--as <program>', 'program whose code is printed').choices(exportPrograms);
  program
    .command('export')
    .description('print a model as code of another program')
    .argument('<model>', 'model file, or - for standard input')
    .addOption(as.makeOptionMandatory())
    .option('--json', 'print the code and errors as JSON')
    .addHelpText('after', examples)
    .action(async (path: string, { as: name, json = false }: ExportOptions) => {
      const code = exportModel((await readDocument(host, path)) as ModelInput, name);
      print(host, json ? JSON.stringify({ program: name, code }, null, 2) : code);
    });
}
