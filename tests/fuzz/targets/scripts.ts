/** Random scripts of other programs: a model without a comment has the estimates that the program has. */
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { importScript } from 'wasmetrics/interchange';
import { plainFit } from '../foreign/least-squares.js';
import { type Columns, type DrawnScript, drawnScript } from '../foreign/scripts.js';
import { type Target, WrongResult } from '../target.js';

export const scripts: Target = {
  name: 'script',
  prepare: () =>
    Promise.resolve((draw) => {
      const script = drawnScript(draw);
      return { input: script.text, run: () => checkScript(script) };
    }),
};

function csvOf(columns: Columns): string {
  const names = Object.keys(columns);
  const rows = columns[names[0]!]!.map((_, row) =>
    names.map((name) => columns[name]![row] ?? '').join(','),
  );
  return [names.join(','), ...rows].join('\n');
}

/** @throws WrongResult if the model differs from the script and no comment says so */
async function checkScript({ text, data, expected }: DrawnScript): Promise<unknown> {
  const { models, notTranslated } = importScript(text);
  const { model, notes } = models.at(-1)!;
  const said = notes.filter((note) => !isHarmless(note));
  if (said.length > 0 || notTranslated.length > 0) return said;
  if (expected === undefined) {
    throw new WrongResult('an argument that changes numbers is neither refused nor commented');
  }
  const { regressors, outcome, weights, robust } = expected;
  const plain = plainFit(
    regressors.map(({ values }) => values),
    outcome,
    weights,
    robust,
  );
  if (plain === undefined) return undefined;
  const fit = await fitModel(parseCsv(csvOf(data)), { ...model, data: undefined });
  if (fit.nobs !== outcome.length) {
    throw new WrongResult(`the model has ${fit.nobs} rows, the program ${outcome.length}`);
  }
  // The names of dummies and of made columns are those of the model, in the order of the script.
  const params = Object.values(fit.params);
  const stdErrors = Object.values(fit.stdErrors);
  regressors.forEach(({ name }, i) => {
    const at = name === '_cons' ? params.length - 1 : i - 1;
    compare(name, params[at], plain.params[i]!);
    compare(`the error of ${name}`, stdErrors[at], plain.stdErrors[i]!);
  });
  return fit.nobs;
}

/** Notes that say nothing of the estimates or errors. */
function isHarmless(note: string): boolean {
  return /reference level|largest number/.test(note);
}

function compare(what: string, found: number | null | undefined, expected: number): void {
  const far = Math.abs((found ?? NaN) - expected) / Math.max(1e-3, Math.abs(expected));
  if (far < 1e-5) return;
  throw new WrongResult(`${what} is ${found}, in the program ${expected}`);
}
