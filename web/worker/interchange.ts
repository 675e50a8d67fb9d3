/** Models as the code of other programs, and back. */
import { EconError, type ModelInput } from 'wasmetrics';
import { exportModel, exportPrograms, importScript } from 'wasmetrics/interchange';
import type { PastedModels, PastedCode, ProgramCode } from '../engine/questions/interchange.js';
import { failureOf } from './failure.js';

/** The code of each program that has the estimator. Names of languages and of their commands give the same code or reason once. */
export function code(model: ModelInput): readonly ProgramCode[] {
  const codes = new Map<string, ProgramCode>();
  for (const program of exportPrograms) {
    const code = codeFor(program, model);
    const text = code && ('code' in code ? code.code : `${code.reason.code} ${code.reason.key}`);
    if (text !== undefined && !codes.has(text)) codes.set(text, code!);
  }
  return [...codes.values()];
}

/** Undefined for a program that has no such estimator at all. */
function codeFor(program: (typeof exportPrograms)[number], model: ModelInput) {
  try {
    return { program, code: exportModel(model, program) };
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    return error.telling.key === 'estimator' ? undefined : { program, reason: failureOf(error) };
  }
}

export function fromCode({ text, columns, unit, time }: PastedCode): PastedModels {
  const { models, notTranslated } = importScript(text, { columns, unit, time });
  return {
    models: models.map(({ model, line, notes }) => ({ model, line, notes })),
    notTranslated,
  };
}
