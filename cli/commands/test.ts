import { dirname } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import {
  deltaMethod,
  type FitResult,
  isResult,
  loadEngine,
  parseModel,
  parseResult,
  type TestReport,
  testText,
  waldTest,
} from '../../bindings/index.js';
import { print, readDocument } from '../io.js';
import { fitFile } from '../run.js';

interface TestOptions {
  readonly function: readonly string[];
  readonly data?: string;
  readonly level?: number;
  readonly json?: boolean;
}

const examples = `
Examples, from a checkout:
  node dist/cli/main.js test examples/employment.yaml "w = k"
  node dist/cli/main.js test examples/employment.yaml "L1.n + L2.n = 1, w = 0" --json
  node dist/cli/main.js test examples/employment.yaml --function "k/(1 - L1.n - L2.n)"
  node dist/cli/main.js fit examples/employment.yaml --json > fit.json
  node dist/cli/main.js test fit.json "w = k"`;

/** `wasmetrics test model.yaml "w = k"`: hypotheses on the coefficients of a model or a stored result. */
export function addTest(program: Command): void {
  const command = program
    .command('test')
    .description('test hypotheses on coefficients, and estimate functions of them')
    .argument('<model>', 'a model file or a result printed with --json, - for standard input')
    .argument('[hypotheses...]', 'such as "w = k" or "x1 = 0, x2 = x3", linear or not')
    .option(
      '--function <expression>',
      'a function of the coefficients, by the delta method; repeatable',
      (text: string, before: readonly string[]) => [...before, text],
      [],
    )
    .option('--data <file>', 'data file, in place of the one in the model file')
    .option('--level <number>', "confidence level of intervals (default: the model's)", Number)
    .option('--json', 'print the tests, and any error, as JSON')
    .addHelpText('after', examples)
    .action(async (path: string, hypotheses: readonly string[], options: TestOptions) => {
      if (hypotheses.length === 0 && options.function.length === 0) {
        command.error('error: expected hypotheses such as "w = k" or --function, found neither');
      }
      const fit = await fitOf(path, options.data);
      const report = await testsOf(fit, hypotheses, options);
      const color = process.stdout.isTTY === true && pc.isColorSupported;
      print(options.json === true ? JSON.stringify(report, null, 2) : testText(report, { color }));
    });
}

/** The result in the file, or that of the model in it. */
async function fitOf(path: string, data: string | undefined): Promise<FitResult> {
  const document = await readDocument(path);
  if (isResult(document)) return parseResult(document);
  const model = parseModel(document);
  if (data === undefined) return fitFile(model, dirname(path));
  return fitFile({ ...model, data: { file: data } }, '.');
}

async function testsOf(
  fit: FitResult,
  hypotheses: readonly string[],
  { function: functions, level = fit.level }: TestOptions,
): Promise<TestReport> {
  const options = { engine: await loadEngine(), level };
  return {
    statistic: fit.statistic,
    level,
    ...(hypotheses.length > 0 && { wald: await waldTest(fit, hypotheses, options) }),
    functions: await deltaMethod(fit, functions, options),
  };
}
