/** Tables of models, one column or more for each. */
import { regressionTable } from '../../../report/paper/index.js';
import type { ModelColumnsTable } from '../../file/study.js';
import { decodeText } from '../../../../data/readers/bytes/decode-text.js';
import { readSource } from '../../../../data/readers/source.js';
import { externalFits } from '../../../tables/external/fits.js';
import { modelsSpec, type ShownModel, withExternal } from '../../tables/spec.js';
import { modelParts } from '../model-parts.js';
import type { PreparedTable } from '../prepared.js';
import { readPlace } from '../read-place.js';
import { inOrder, type TableRunner } from '../runner.js';

export const modelsRunner: TableRunner<ModelColumnsTable> = {
  named: async (planned, names) => ({
    ...planned,
    models: await inOrder(planned.models, names.model),
  }),
  prepare: (run, planned) => ({ planned, run, models: planned.models }),
  make: (prepared, { study }) =>
    modelParts(prepared, study, async (fits) => {
      const { models, spec, more } = prepared.planned;
      const shown = models.map(({ parts, head }, i): ShownModel => ({
        fit: fits[i]!,
        parts,
        head,
      }));
      const others = await externalOf(prepared);
      const whole = withExternal(modelsSpec(shown, spec, more, study.labels), fits.length, others);
      const table = regressionTable([...fits, ...others], whole);
      return { table, comparisons: [], splits: [] };
    }),
};

/** The JSON of a file; the reader of data says what is wrong with other texts. */
async function documentIn(file: string): Promise<unknown> {
  const { bytes } = await readSource(file, file);
  try {
    return JSON.parse(decodeText(bytes, { name: file }).text);
  } catch {
    return readPlace({ file }, undefined);
  }
}

/** The models of other programs that the table names. */
async function externalOf({ planned, run }: PreparedTable<ModelColumnsTable>) {
  const { read, readDocument } = run.options;
  const files = await inOrder(planned.external, async (place) =>
    'file' in place && /\.json$/i.test(place.file)
      ? externalFits((await (readDocument ?? documentIn)(place.file)) as object)
      : externalFits(await readPlace(place, read)),
  );
  return files.flat();
}
