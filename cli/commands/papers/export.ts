import { type Command, Option } from 'commander';
import {
  exportModel,
  type ExportProgram,
  exportPrograms,
} from '../../../bindings/entries/interchange.js';
import { type Host, print } from '../../host.js';
import { namedModel } from '../../models/column-names.js';
import { namingModel } from '../../models/named-errors.js';
import { withDataOptions } from '../../models/located.js';
import { type ModelFlags, readSources, withModelArguments } from '../../models/source.js';

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

interface ExportOptions extends ModelFlags {
  readonly as: ExportProgram;
}

/** `wasmetrics export model.yaml --as xtabond2`: a model as code of another program. */
export function addExport(program: Command, host: Host): void {
  const as = new Option('--as <program>', 'program whose code is printed').choices(exportPrograms);
  const command = withModelArguments(
    program.command('export').description('print a model as code of another program'),
  )
    .addOption(as.makeOptionMandatory())
    .option('--json', 'print the code and errors as JSON')
    .addHelpText('after', examples);
  withDataOptions(command).action(
    async (_: string, __: string | undefined, options: ExportOptions) => {
      const { as: name, json = false } = options;
      const sources = await readSources(host, command, options);
      const codes: string[] = [];
      for (const { written, located, origin } of sources) {
        const model = await namedModel(host, written, located);
        codes.push(namingModel(origin.title, () => exportModel(model, name)));
      }
      if (!json) return print(host, codes.join('\n\n'));
      const [code, ...others] = codes;
      const several = { program: name, models: codes.map((one) => ({ code: one })) };
      print(host, JSON.stringify(others.length > 0 ? several : { program: name, code }, null, 2));
    },
  );
}
