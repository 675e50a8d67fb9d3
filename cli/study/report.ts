/** The report of a study as one HTML file. */
import { stringify } from 'yaml';
import {
  InputError,
  type Language,
  renderFigure,
  studyHtml,
  type StudyInput,
  studyModels,
  type StudyResult,
} from '../../bindings/index.js';

/** The study as it was written, and the name of its file. */
export interface WrittenStudy {
  readonly input: StudyInput;
  readonly file: string;
}

export async function studyReport(
  result: StudyResult,
  { input, file }: WrittenStudy,
): Promise<string> {
  const models = Object.entries(studyModels(input, result));
  const { data } = input;
  const name = typeof data === 'string' ? data : data && 'file' in data ? data.file : undefined;
  return studyHtml(result, {
    language: languageOf(input),
    drawings: await drawingsOf(result),
    modelFiles: Object.fromEntries(models.map(([id, model]) => [id, stringify(model)])),
    file,
    ...(name !== undefined && { data: name }),
  });
}

/** The language of the tables. */
function languageOf({ defaults = {} }: StudyInput): Language {
  const { table } = defaults as { readonly table?: { readonly language?: Language } };
  return table?.language ?? 'en';
}

/** The drawings of figures. Without the packages that draw, the report has the numbers of figures alone. */
async function drawingsOf({ figures }: StudyResult): Promise<Readonly<Record<string, string>>> {
  const drawn: Record<string, string> = {};
  for (const [id, figure] of Object.entries(figures)) {
    try {
      drawn[id] = await renderFigure(figure, 'svg');
    } catch (error) {
      if (!(error instanceof InputError && error.code === 'missing-package')) throw error;
    }
  }
  return drawn;
}
