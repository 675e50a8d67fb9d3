import { InputError, type Model, parseModel } from 'wasmetrics';
import { parseDocument } from 'yaml';

/** The model in a text of YAML or JSON. Throws InputError with line and column, or naming the key. */
export function readModel(text: string): Model {
  const document = parseDocument(text);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw syntaxError(problem.message);
  return parseModel(toValue(document));
}

/** Aliases are resolved here, so that a wrong one is found here too. */
function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw syntaxError((error as Error).message);
  }
}

/** The first line of the parser's message says what and where; an excerpt follows it. */
function syntaxError(message: string): InputError {
  return new InputError('syntax', `model: ${message.split('\n')[0]!.replace(/:$/, '')}`);
}
